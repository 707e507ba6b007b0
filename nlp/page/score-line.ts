import { CUSTOMER_CUES, type Cue, SHOP_CUES } from '../lexicons/page-cues.ts';

/** How much a line speaks with a customer's voice (above nought) or a shop's, and the cue that weighed most each way. */
export interface VoiceScore {
  score: number;
  customer?: Cue;
  shop?: Cue;
  /** Sum of the customer's cues alone, at least nought. */
  customerSum: number;
  /** Sum of the shop's cues alone, at most nought. */
  shopSum: number;
}

/** Cues beyond this many characters change nothing, and a page may be one endless line. */
const SCORED_CHARS = 3000;

/** A rule and an invitation say less against a customer who has spoken of himself. */
const SOFTENED = new Set([
  'you',
  'condition',
  'trade',
  'rule',
  'please',
  'advertises',
  'measures',
  'labelled',
  'list-item',
  'question',
  'offers',
  'day-range',
]);
const PERSONAL = new Set(['first-person', 'we-did', 'family', 'our-home']);

/** Cues of somebody who tells or weighs. Adjectives without any of them are as much a description as a review. */
const TELLING = [
  ...PERSONAL,
  'degree',
  'happened',
  'in-use',
  'in-time',
  'compared',
  'advice',
  'seller-seen',
  'edit-note',
  'fault',
  'speech',
];
const NOBODY_TELLS = -1.2;

const weigh = (cue: Cue, text: string): number => {
  cue.pattern.lastIndex = 0;
  let hits = 0;
  for (const _ of text.matchAll(cue.pattern)) {
    hits += 1;
    if (hits === cue.max) break;
  }
  return hits === 0 ? 0 : cue.weight + (hits - 1) * cue.more;
};

const strongest = (cues: readonly Cue[], text: string, soften: (cue: Cue) => number) => {
  let sum = 0;
  let most = 0;
  let best: Cue | undefined;
  const hit = new Set<string>();
  for (const cue of cues) {
    const worth = weigh(cue, text) * soften(cue);
    if (worth === 0) continue;
    hit.add(cue.id);
    sum += worth;
    if (Math.abs(worth) > most) {
      most = Math.abs(worth);
      best = cue;
    }
  }
  return { sum, best, hit };
};

/** Scores the voice of a line as a sum of rough log odds; linear in its length. */
export function scoreLine(line: string): VoiceScore {
  const text = (line.length > SCORED_CHARS ? line.slice(0, SCORED_CHARS) : line).replaceAll('\u00A0', ' ');
  const isQuestion = /[?？]\s*$/.test(text) && text.length < 200;
  const customer = strongest(CUSTOMER_CUES, text, (cue) => (isQuestion && PERSONAL.has(cue.id) ? 0.3 : 1));
  const personal = [...PERSONAL].some((id) => customer.hit.has(id)) && !isQuestion;
  const shop = strongest(SHOP_CUES, text, (cue) => (personal && SOFTENED.has(cue.id) ? 0.45 : 1));
  const nobody = customer.hit.size > 0 && !TELLING.some((id) => customer.hit.has(id)) ? NOBODY_TELLS : 0;
  return {
    score: customer.sum + shop.sum + nobody,
    customerSum: customer.sum,
    shopSum: shop.sum,
    ...(customer.best ? { customer: customer.best } : {}),
    ...(shop.best ? { shop: shop.best } : {}),
  };
}
