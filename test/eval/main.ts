import { evaluateDuplicates } from './duplicates.ts';
import { evaluateTags } from './tags.ts';

const print = (line: string) => console.log(line);
evaluateTags(print);
print('');
await evaluateDuplicates(print);
