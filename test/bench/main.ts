import { benchTagger } from './tagger.ts';

benchTagger((line) => console.log(line));
