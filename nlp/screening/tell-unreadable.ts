/** Rows of a keyboard: runs along them are what idle fingers type. */
const ROWS = [
  'qwertyuiop',
  'qwertzuiop',
  'azertyuiop',
  'asdfghjkl',
  'qsdfghjklm',
  'zxcvbnm',
  'yxcvbnm',
  'wxcvbn',
  '1234567890',
];
const BACK_AND_FORTH = ROWS.flatMap((row) => [row, [...row].reverse().join('')]);
const RUN = 4;
const RUNS = new Set(
  BACK_AND_FORTH.flatMap((row) => Array.from({ length: row.length - RUN + 1 }, (_, at) => row.slice(at, at + RUN))),
);
/** They stand in words: "property", "were", "power" … */
for (const run of ['erty', 'tyui', 'wert', 'oiuy', 'trew', 'poiu']) RUNS.delete(run);

/** Said instead of a review where a form wants one. */
const PLACEHOLDERS = new Set([
  'n a',
  'na',
  'none',
  'null',
  'undefined',
  'test',
  'testing',
  'test test',
  'xxx',
  'abc',
  'lorem ipsum',
  'no comment',
  'blah',
  'blah blah',
  'blah blah blah',
]);

/** Words that are judged: whoever begins with words goes on with words. */
const JUDGED = 25;
const LATIN_WORD = /^\p{Script=Latin}{2,}$/u;

/** Whether a word of Latin letters is what falls from a keyboard. */
function isMash(word: string): boolean {
  const letters = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  if (/(.)\1{4}/.test(letters)) return true;
  const isShort = letters.length < 5;
  let runs = 0;
  for (let at = 0; at + RUN <= letters.length; at += 1) if (RUNS.has(letters.slice(at, at + RUN))) runs += 1;
  if (runs > 0 && runs * 3 >= letters.length - RUN) return true;
  // Short ones without vowels are abbreviations.
  if (isShort || word === word.toUpperCase()) return false;
  return (
    !/[aeiouyäöüæøœ]/.test(letters) || /[bcdfghjklmnpqrstvwxz]{6}/.test(letters) || /^(.{2,3})\1{2,}/.test(letters)
  );
}

/**
 * Why a review says nothing in any language; undefined where it may. A text in a script without a keyboard's rows is
 * judged by whether it has letters at all; pictures alone say something.
 */
export function tellUnreadable(text: string): string | undefined {
  const sample = text.slice(0, 2000);
  if (!/\p{L}/u.test(sample)) return /\p{Extended_Pictographic}|\d/u.test(sample) ? undefined : 'It has no words.';
  const words = sample.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (PLACEHOLDERS.has(words.join(' ').toLowerCase())) return 'It fills a form and says nothing.';
  const judged = words.slice(0, JUDGED).filter((word) => LATIN_WORD.test(word));
  const mashed = judged.filter(isMash);
  const lettersOf = (list: readonly string[]) => list.reduce((sum, word) => sum + word.length, 0);
  if (mashed.length > 0 && lettersOf(mashed) > lettersOf(judged) * 0.6)
    return `“${(mashed[0] as string).slice(0, 30)}” is typed at random.`;
  const isOneWordOver = words.length >= 6 && new Set(words.map((word) => word.toLowerCase())).size === 1;
  return isOneWordOver ? 'It repeats one word.' : undefined;
}
