/** A text in which letters, digits and signs of one meaning are one character; offsets lead back to where they stood. */
export interface FoldedCharacters {
  text: string;
  /** Offset in the original of each character, and its length behind the last. */
  offsets: ArrayLike<number>;
}

const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;
const DASHES = /[\u2010-\u2015\u2043\u2212\ufe58\ufe63]/;
/** Nothing is seen of them, and they may stand inside of what is looked for. */
const INVISIBLE =
  /\u034f|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]|[\ufe00-\ufe0f]/;
/** First digits of scripts that write numbers with digits of their own: Arabic, Persian, Devanagari, Bengali, Thai. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50];

function foldCharacter(character: string, code: number): string {
  // Full-width forms stand as far from ASCII as one constant.
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  for (const zero of ZEROS) if (code >= zero && code < zero + 10) return String(code - zero);
  if (INVISIBLE.test(character)) return '';
  if (SPACES.test(character)) return ' ';
  if (DASHES.test(character)) return '-';
  if (code === 0xfe6b) return '@';
  if (code === 0x3002 || code === 0xff61 || code === 0xfe52) return '.';
  return character;
}

const BEYOND_ASCII = /[^\0-\x7f]/g;

/** Folds what looks alike, in time that grows with the length. */
export function foldCharacters(text: string): FoldedCharacters {
  const offsets = new Int32Array(text.length + 1);
  let folded = '';
  let length = 0;
  let done = 0;
  const take = (to: number) => {
    folded += text.slice(done, to);
    for (let at = done; at < to; at += 1) offsets[length++] = at;
  };
  for (const { 0: character, index } of text.matchAll(BEYOND_ASCII)) {
    const kept = foldCharacter(character, character.charCodeAt(0));
    if (kept === character) continue;
    take(index);
    folded += kept;
    if (kept !== '') offsets[length++] = index;
    done = index + 1;
  }
  take(text.length);
  offsets[length] = text.length;
  return { text: folded, offsets: offsets.subarray(0, length + 1) };
}

/** Where a span of the folded text lies in the original: it ends with its last character. */
export const originalSpan = ({ offsets }: FoldedCharacters, span: { start: number; end: number }) => ({
  start: offsets[span.start] as number,
  end: span.end > span.start ? (offsets[span.end - 1] as number) + 1 : (offsets[span.start] as number),
});
