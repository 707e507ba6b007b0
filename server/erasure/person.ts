import { findPersonalData } from '../../nlp/personal-data.ts';

/** Whose data is looked for. */
export interface Person {
  author?: string | undefined;
  email?: string | undefined;
}

interface Range {
  start: number;
  end: number;
}

/** Finds a person's data in strings. */
export interface PersonFinder {
  isAuthor: (name: string | null) => boolean;
  /** Places of the address, and of the whole name where it has two words or more, stands in quotes, or is all there is. */
  find: (text: string) => Range[];
}

const fold = (text: string) => text.normalize('NFKC').toLowerCase().trim();
const LETTER = /[\p{L}\p{N}]/u;

/** An address as it is dialled: "jane (at) example dot com" is jane@example.com. */
const toAddress = (written: string): string =>
  fold(written)
    .replace(/\p{Cf}/gu, '')
    .replace(/&#64;|&#x40;|&commat;|%40/g, '@')
    .replace(/ {0,2}[([{<] {0,2}(?:at|a|ät|arroba|@) {0,2}[)\]}>] {0,2}| (?:at|arroba) |[_-]at[_-]/g, '@')
    .replace(/ {0,2}[([{<] {0,2}(?:dot|punkt|point|\.) {0,2}[)\]}>] {0,2}| (?:dot|punkt) /g, '.')
    .replace(/ /g, '');

/** Every place of `wanted` in a text, case aside, as long as folding case keeps lengths; whole words only. */
function placesOf(text: string, wanted: string): Range[] {
  const lower = text.toLowerCase();
  // Where folding case moves offsets ("İ"), the text as it is has to do.
  const searched = lower.length === text.length ? lower : text;
  const found: Range[] = [];
  for (let at = searched.indexOf(wanted); at >= 0; at = searched.indexOf(wanted, at + wanted.length)) {
    const end = at + wanted.length;
    const isWhole = !LETTER.test(text[at - 1] ?? ' ') && !LETTER.test(text[end] ?? ' ');
    if (isWhole) found.push({ start: at, end });
  }
  return found;
}

const isEmailLike = (text: string) => /@|\uff20|&#|&commat|%40|\bat\b|\(a/i.test(text);

/** @param person at least one of the two */
export function createPersonFinder({ author, email }: Person): PersonFinder {
  const name = author === undefined ? undefined : fold(author);
  const address = email === undefined ? undefined : fold(email);
  const isFullName = name !== undefined && /\s/.test(name);

  const addresses = (text: string): Range[] => {
    if (address === undefined || !isEmailLike(text)) return [];
    const spelled = findPersonalData(text).filter(
      ({ kind, start, end }) => kind === 'e-mail' && toAddress(text.slice(start, end)) === address,
    );
    const written = placesOf(text, address).filter(
      ({ start, end }) =>
        !/[.+%-]/.test(text[start - 1] ?? '') && !/^(?:-|\.[\p{L}\p{N}])/u.test(text.slice(end, end + 2)),
    );
    return [...written, ...spelled];
  };
  const names = (text: string): Range[] => {
    if (name === undefined) return [];
    if (fold(text) === name) return [{ start: 0, end: text.length }];
    return isFullName
      ? placesOf(text, name)
      : placesOf(text, name).filter(({ start, end }) => text[start - 1] === '“' && text[end] === '”');
  };

  return {
    isAuthor: (given) => {
      if (given === null) return false;
      return (name !== undefined && fold(given) === name) || addresses(given).length > 0;
    },
    find(text) {
      const found = [...addresses(text), ...names(text)].sort((x, y) => x.start - y.start || y.end - x.end);
      return found.filter(({ start }, index) => found.slice(0, index).every(({ end }) => end <= start));
    },
  };
}
