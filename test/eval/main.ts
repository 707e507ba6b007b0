import { evaluateDuplicates } from './duplicates.ts';
import { evaluateInvented, evaluateTags } from './tags.ts';

const print = (line: string) => console.log(line);
evaluateTags(print);
print('');
evaluateInvented(print);
print('');
await evaluateDuplicates(print);
