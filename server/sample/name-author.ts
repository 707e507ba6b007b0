import { FIRST_NAMES, HANDLES, LAST_NAMES } from './phrases/people.ts';
import type { Random } from './random.ts';

const ANONYMOUS = 0.05;

/** A name as people sign reviews; null for those who do not. */
export function nameAuthor(random: Random): string | null {
  if (random.chance(ANONYMOUS)) return null;
  const first = random.pick(FIRST_NAMES);
  const last = random.pick(LAST_NAMES);
  return random.weighted([
    [`${first} ${last}`, 30],
    [`${first} ${last[0]}.`, 35],
    [`${first[0]}. ${last}`, 12],
    [first, 8],
    [`${random.pick(HANDLES)}${random.int(1, 99)}`, 15],
  ]);
}
