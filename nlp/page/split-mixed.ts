import type { Line } from './read-lines.ts';
import { scoreLine } from './score-line.ts';

/** Characters of the shortest line that is looked into. */
const LEAST_CHARS = 160;
/** Log odds that either part must have, the one for the shop, the other for a customer. */
const CLEAR = 5;
/** Sentences looked at: bounds the cost for a page that is one endless line. */
const MOST_SENTENCES = 400;

/** A customer too states conditions and gives links; these only a shop says. */
const SHOP_ONLY = new Set(['shop-we', 'contact-us', 'our-shop', 'legal', 'about-customers', 'answers-customer']);

const SENTENCE = /[^.!?]{1,600}[.!?]*\s*/g;

interface Sentence {
  at: number;
  score: number;
  isShop: boolean;
}

const readSentences = (text: string): Sentence[] =>
  [...text.matchAll(SENTENCE)].slice(0, MOST_SENTENCES).map(({ 0: sentence, index }) => {
    const { score, shop } = scoreLine(sentence);
    return {
      at: index,
      score: Math.max(-4, Math.min(4, score)),
      isShop: score < 0 && shop !== undefined && SHOP_ONLY.has(shop.id),
    };
  });

const isShopPart = (part: readonly Sentence[]): boolean =>
  part.filter(({ isShop }) => isShop).length * 2 >= part.length;

/** Where the voice changes for good inside a line: the character's offset. */
const findChange = (text: string): number | undefined => {
  const sentences = readSentences(text);
  const all = sentences.reduce((sum, { score }) => sum + score, 0);
  let before = 0;
  let best = { at: 0, sentence: 0, clear: 0, shopFirst: false };
  sentences.forEach(({ at, score }, sentence) => {
    const after = all - before;
    const clear = before * after < 0 ? Math.min(Math.abs(before), Math.abs(after)) : 0;
    if (clear >= CLEAR && clear > best.clear) best = { at, sentence, clear, shopFirst: before < 0 };
    before += score;
  });
  if (best.clear === 0) return undefined;
  const shopPart = best.shopFirst ? sentences.slice(0, best.sentence) : sentences.slice(best.sentence);
  return isShopPart(shopPart) ? best.at : undefined;
};

/** Rules and reviews that run into each other in one line are parted where the voice changes. */
export function splitMixed(line: Line): Line[] {
  if (line.text.length < LEAST_CHARS) return [line];
  const change = findChange(line.text);
  if (change === undefined) return [line];
  const head = line.text.slice(0, change).trimEnd();
  const tail = line.text.slice(change);
  return [
    { ...line, end: line.start + head.length, text: head },
    { start: line.start + change, end: line.end, text: tail, afterBlank: false },
  ];
}
