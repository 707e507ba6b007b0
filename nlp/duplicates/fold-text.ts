import { LOOK_ALIKES } from '../lexicons/dup-look-alikes.ts';

/** Printable ASCII and the usual white space: needs no Unicode work. */
const PLAIN = /^[\t\n\r\x20-\x7E]*$/;
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
const APOSTROPHES = /['’‘‛ʼʹ′`´＇]/gu;
/** Symbols but those that picture or stand for something of their own (emoji, ©). */
const PUNCTUATION = /[\p{P}\p{Sm}\p{Sc}\p{Sk}\p{Cc}\p{Z}\s]+/gu;
/** A point between digits is part of the number: 1.5 m is not 15 m. */
const DECIMAL_POINT = /(\d)\.(?=\d)/g;
const POINT_KEPT = '\uE000';

const foldPlain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/['`]/g, '')
    .replace(DECIMAL_POINT, `$1${POINT_KEPT}`)
    .replace(/[^a-z0-9\uE000]+/g, ' ')
    .replaceAll(POINT_KEPT, '.')
    .trim();

const foldOnce = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .toLowerCase()
    .replace(INVISIBLE, '')
    .normalize('NFKC')
    .replace(APOSTROPHES, '')
    .replace(DECIMAL_POINT, `$1${POINT_KEPT}`)
    .replace(PUNCTUATION, ' ')
    .replaceAll(POINT_KEPT, '.')
    .trim();

/** Case pairs and composed letters settle after a step or two (Unicode, UAX 15); more are never needed. */
const MOST_STEPS = 4;

/**
 * NFKC, lower case, one space, no punctuation, straight quotes, nothing invisible. Folding twice changes nothing.
 * Emoji and decimal points stay. Cost is linear in the length.
 */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return foldPlain(text);
  let folded = foldOnce(text);
  for (let step = 1; step < MOST_STEPS; step += 1) {
    const again = foldOnce(folded);
    if (again === folded) break;
    folded = again;
  }
  return folded;
}

/** The folded text without accents, its look-alikes of other scripts as Latin letters: what disguised copies share. */
export function undisguise(folded: string): string {
  if (PLAIN.test(folded)) return folded;
  return folded
    .normalize('NFD')
    .replace(/\p{Mn}+/gu, '')
    .replace(/[^\x20-\x7E]/gu, (letter) => LOOK_ALIKES.get(letter) ?? letter);
}
