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
/** Share of their letters from which a text is typed at random. */
const MASHED = 0.6;
const WORD = /[\p{L}\p{N}]+/gu;
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

/** The first words, as many as are looked at. */
function firstWords(text: string): string[] {
  const words: string[] = [];
  WORD.lastIndex = 0;
  for (let match = WORD.exec(text); match; match = WORD.exec(text)) {
    words.push(match[0]);
    if (words.length === JUDGED) break;
  }
  return words;
}

/** The first of the words that fell from a keyboard, where they make up more than three fifths of the letters. */
function mashedWord(words: readonly string[]): string | undefined {
  const judged = words.filter((word) => LATIN_WORD.test(word));
  const letters = judged.reduce((sum, word) => sum + word.length, 0);
  let [sound, first] = [0, undefined as string | undefined];
  for (const word of judged) {
    if (isMash(word)) first ??= word;
    else sound += word.length;
    if (letters - sound <= letters * MASHED) return undefined;
  }
  return first;
}

/**
 * Why a review says nothing in any language; undefined where it may. A text in a script without a keyboard's rows is
 * judged by whether it has letters at all; pictures alone say something.
 */
export function tellUnreadable(text: string): string | undefined {
  const sample = text.slice(0, 2000);
  if (!/\p{L}/u.test(sample)) return /\p{Extended_Pictographic}|\d/u.test(sample) ? undefined : 'It has no words.';
  const words = firstWords(sample);
  if (words.length < 5 && PLACEHOLDERS.has(words.join(' ').toLowerCase())) return 'It fills a form and says nothing.';
  const mashed = mashedWord(words);
  if (mashed !== undefined) return `“${mashed.slice(0, 30)}” is typed at random.`;
  if (words.length < 6 || new Set(words.map((word) => word.toLowerCase())).size > 1) return undefined;
  const all = sample.match(WORD) ?? [];
  return new Set(all.map((word) => word.toLowerCase())).size === 1 ? 'It repeats one word.' : undefined;
}
