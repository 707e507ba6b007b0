/** Deterministic edits of a review, as copies on shops and platforms have them. */
export interface EditKind {
  name: string;
  /** What `compare` is to say of it. */
  kind: 'exact' | 'near';
  edit: (text: string, random: () => number) => string;
}

/** Small seeded generator (mulberry32), numbers from 0 to 1. */
export const seeded = (seed: number): (() => number) => {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};

export const hashOf = (text: string): number => {
  let h = 0x811c9dc5;
  for (const char of text) h = Math.imul(h ^ char.codePointAt(0)!, 0x01000193);
  return (h ^ (h >>> 15)) >>> 0;
};

const pick = <T>(from: readonly T[], random: () => number): T => from[Math.floor(random() * from.length)]!;
const sentencesOf = (text: string): string[] => text.match(/[^.!?]+[.!?]*\s*/g) ?? [text];
const eachWord = (text: string, change: (word: string) => string): string => text.replace(/[^\s]+/g, change);
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

const SYNONYMS: Record<string, string> = {
  great: 'excellent', good: 'fine', excellent: 'great', awesome: 'fantastic', amazing: 'wonderful', easy: 'simple', love: 'adore',
  bought: 'purchased', purchased: 'bought', install: 'set up', installed: 'fitted', installation: 'set-up', house: 'home', quick: 'fast',
  very: 'really', really: 'truly', picture: 'image', video: 'footage', phone: 'smartphone', buy: 'purchase', doorbell: 'bell',
  months: 'weeks', product: 'item', works: 'functions', working: 'functioning', problem: 'issue', issue: 'problem', problems: 'issues', issues: 'problems',
  support: 'assistance', bad: 'poor', terrible: 'awful', horrible: 'dreadful', expensive: 'pricey', happy: 'pleased', nice: 'pleasant',
  camera: 'cam', wifi: 'wireless', new: 'brand-new', old: 'former', called: 'phoned', start: 'begin', started: 'began', big: 'large', small: 'little',
  people: 'folks', device: 'unit', definitely: 'certainly', clear: 'crisp', every: 'each', also: 'additionally', but: 'yet', because: 'since',
}; // biome-ignore format: a table
const FILLER = [
  'really',
  'just',
  'honestly',
  'also',
  'now',
  'simply',
  'actually',
  'here',
  'still',
  'basically',
  'today',
  'quite',
  'indeed',
  'overall',
];
const STRAY = [
  'kitchen',
  'window',
  'Monday',
  'orange',
  'corner',
  'uncle',
  'ladder',
  'winter',
  'coffee',
  'garden',
  'blue',
  'truck',
  'marble',
  'river',
];
const EXTRA = [
  'Hope this helps somebody who is thinking about it.', 'I am writing this after some weeks of daily use.', 'My brother told me about this one last winter.',
  'Just my two cents.', 'Will update this if anything changes.', 'First review I ever wrote here.', 'Got mine from the store on the corner.',
]; // biome-ignore format: a table
const BRANDS = ['Arlo', 'Eufy', 'Reolink', 'Lorex', 'Swann', 'Wyze'];

const typos =
  (rate: number) =>
  (text: string, random: () => number): string => {
    let out = '';
    for (let i = 0; i < text.length; i += 1) {
      const char = text[i]!;
      if (!/[a-z]/i.test(char) || random() >= rate) out += char;
      else {
        const way = Math.floor(random() * 4);
        const next = text[i + 1];
        if (way === 0 && next && /[a-z]/i.test(next)) {
          out += next + char;
          i += 1;
        } else if (way === 1) out += '';
        else if (way === 2) out += char + pick([...LETTERS], random);
        else out += pick([...LETTERS], random);
      }
    }
    return out;
  };
const synonyms = (text: string, random: () => number): string =>
  eachWord(text, (word) => {
    const [, body = '', tail = ''] = /^([\p{L}'’-]+)(.*)$/u.exec(word) ?? [];
    const found = SYNONYMS[body.toLowerCase()];
    return found && random() < 0.8 ? found + tail : word;
  });
const dropWords = (text: string, random: () => number): string =>
  eachWord(text, (w) => (random() < 0.08 ? '' : w)).replace(/ +/g, ' ');
const insertWords = (text: string, random: () => number): string =>
  eachWord(text, (w) => (random() < 0.08 ? `${pick(FILLER, random)} ${w}` : w));
const swapWords = (text: string, random: () => number): string =>
  eachWord(text, (w) => (random() < 0.08 ? pick(STRAY, random) : w));
const addHead = (text: string, random: () => number): string => `${pick(EXTRA, random)} ${text}`;
const addTail = (text: string, random: () => number): string => `${text} ${pick(EXTRA, random)}`;
const cut = (text: string): string => text.slice(0, Math.max(1, Math.floor(text.length * 0.75))).replace(/\s\S*$/, '');
const cutHead = (text: string): string => text.slice(Math.floor(text.length * 0.25)).replace(/^\S*\s/, '');
const move = (text: string, random: () => number): string => {
  const parts = sentencesOf(text);
  if (parts.length < 2)
    return text
      .split(/, | and /)
      .reverse()
      .join(', ');
  const [taken] = parts.splice(Math.floor(random() * parts.length), 1);
  parts.splice(Math.floor(random() * (parts.length + 1)), 0, ` ${taken} `);
  return parts.join(' ');
};
const brand = (text: string, random: () => number): string => {
  const other = pick(BRANDS, random);
  return text.replace(/\bring\b/gi, other);
};
const compose =
  (...edits: EditKind['edit'][]): EditKind['edit'] =>
  (text, random) =>
    edits.reduce((t, edit) => edit(t, random), text);

const titleCase = (text: string): string => eachWord(text, (w) => w[0]!.toUpperCase() + w.slice(1).toLowerCase());
const fullWidth = (text: string): string =>
  text.replace(/[A-Za-z]/g, (c) => String.fromCodePoint(c.codePointAt(0)! + 0xfee0));

export const EDITS: readonly EditKind[] = [
  { name: 'upper case', kind: 'exact', edit: (t) => t.toUpperCase() },
  { name: 'lower case', kind: 'exact', edit: (t) => t.toLowerCase() },
  { name: 'title case', kind: 'exact', edit: titleCase },
  { name: 'spacing', kind: 'exact', edit: (t, random) => t.replace(/\s+/g, () => pick(['  ', '\n', '\t', '\u00a0 ', ' \r\n'], random)) },
  { name: 'punctuation', kind: 'exact', edit: (t) => `${t.replace(/(?<!\d)[.,!?;:](?!\d)/g, ' ')} !!!` },
  { name: 'curly quotes', kind: 'exact', edit: (t) => t.replace(/['’]/g, (q) => (q === "'" ? '’' : "'")).replace(/"/g, '”') },
  { name: 'full width', kind: 'exact', edit: fullWidth },
  { name: 'invisible', kind: 'exact', edit: (t, random) => t.replace(/\p{L}/gu, (c) => (random() < 0.1 ? `${c}\u200b` : random() < 0.03 ? `${c}\u00ad` : c)) },
  { name: 'typos 2 %', kind: 'near', edit: typos(0.02) },
  { name: 'typos 5 %', kind: 'near', edit: typos(0.05) },
  { name: 'synonyms', kind: 'near', edit: synonyms },
  { name: 'words dropped', kind: 'near', edit: dropWords },
  { name: 'words inserted', kind: 'near', edit: insertWords },
  { name: 'words changed', kind: 'near', edit: swapWords },
  { name: 'head sentence', kind: 'near', edit: addHead },
  { name: 'tail sentence', kind: 'near', edit: addTail },
  { name: 'cut to 75 %', kind: 'near', edit: cut },
  { name: 'head cut off', kind: 'near', edit: cutHead },
  { name: 'sentences moved', kind: 'near', edit: move },
  { name: 'brand swapped', kind: 'near', edit: brand },
  { name: 'accents, look-alikes', kind: 'near', edit: (t, random) => t.replace(/[aeo]/g, (c) => (random() < 0.4 ? { a: 'а', e: 'é', o: 'о' }[c]! : c)) },
  { name: 'typos + tail', kind: 'near', edit: compose(typos(0.02), addTail) },
  { name: 'synonyms + cut', kind: 'near', edit: compose(synonyms, cut) },
  { name: 'dropped + moved + typos', kind: 'near', edit: compose(dropWords, move, typos(0.02)) },
  { name: 'cut + head + case', kind: 'near', edit: compose(cut, addHead, (t) => t.toUpperCase()) },
  { name: 'synonyms + typos 5 %', kind: 'near', edit: compose(synonyms, typos(0.05)) },
  { name: 'inserted + brand + moved', kind: 'near', edit: compose(insertWords, brand, move) },
  { name: 'cut + typos 5 % + synonyms', kind: 'near', edit: compose(synonyms, typos(0.05), cut) },
]; // biome-ignore format: a table
