import { evaluateAspects } from './aspects.ts';
import { evaluateDuplicates } from './duplicates.ts';
import { evaluatePersonalData } from './personal-data.ts';
import { evaluateHeldOut, evaluateInvented, evaluateTags } from './tags.ts';
import { loadTrainingSet } from './tags-data.ts';

const print = (line: string) => console.log(line);
await evaluateTags(print);
print('');
await evaluateHeldOut(print);
print('');
evaluateInvented(print);
print('');
const training = await loadTrainingSet();
evaluateAspects(training ? [...training.reviews, ...training.phrases] : [], print);
print('');
await evaluateDuplicates(print);
print('');
evaluatePersonalData(print);
