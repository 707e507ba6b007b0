import setUpBuild from '../support/build.ts';
import { benchIngest } from './ingest.ts';
import { benchStartUp } from './start-up.ts';
import { benchTagger } from './tagger.ts';

const print = (line: string) => console.log(line);
setUpBuild();
await benchTagger(print);
await benchIngest(print);
await benchStartUp(print);
