import type { DecisionReason } from '../../server/contract/duplicates.ts';
import type { CheckId } from '../../server/contract/review-flags.ts';
import type { ReviewView } from '../../server/contract/reviews.ts';

/** Held reviews on screen; `failed` says why a decision was put back. */
export type HeldQueue = { items: ReviewView[]; selected: string | null; total: number; failed: Record<string, string> };

export const NO_HELD: HeldQueue = { items: [], selected: null, total: 0, failed: {} };

/** Takes one out; what follows it is selected, at the end the one before. */
export function takeHeld(queue: HeldQueue, id: string): HeldQueue {
  const at = queue.items.findIndex((item) => item.id === id);
  if (at < 0) return queue;
  const items = queue.items.filter((item) => item.id !== id);
  const selected = queue.selected === id ? ((items[at] ?? items[at - 1])?.id ?? null) : queue.selected;
  const { [id]: _, ...failed } = queue.failed;
  return { items, selected, total: Math.max(queue.total - 1, 0), failed };
}

/** Puts one back at its place and selects it, with the reason where a decision failed. */
export function putHeldBack(queue: HeldQueue, item: ReviewView, at: number, reason?: string): HeldQueue {
  const others = queue.items.filter(({ id }) => id !== item.id);
  const isNew = others.length === queue.items.length;
  return {
    items: [...others.slice(0, at), item, ...others.slice(at)],
    selected: item.id,
    total: queue.total + (isNew ? 1 : 0),
    failed: reason === undefined ? queue.failed : { ...queue.failed, [item.id]: reason },
  };
}

/** Selects the one `step` places on; stays at the ends. */
export function moveHeld(queue: HeldQueue, step: number): HeldQueue {
  const at = queue.items.findIndex(({ id }) => id === queue.selected);
  const to = Math.min(Math.max(at + step, 0), queue.items.length - 1);
  return { ...queue, selected: queue.items[to]?.id ?? null };
}

/** Moves one to the end and selects what follows it. */
export function postponeHeld(queue: HeldQueue, id: string): HeldQueue {
  const item = queue.items.find((entry) => entry.id === id);
  if (!item || queue.items.length < 2) return queue;
  const taken = takeHeld(queue, id);
  const wasLast = queue.items.at(-1)?.id === id;
  const selected = wasLast ? (taken.items[0]?.id ?? null) : taken.selected;
  return { ...taken, items: [...taken.items, item], total: queue.total, selected, failed: queue.failed };
}

/** What each check is called on screen; the server's own labels where they are known. */
export const CHECK_WORDS: Record<CheckId, string> = {
  unreadable: 'Says nothing',
  'account-number': 'Card or account number',
  'contact-data': 'E-mail or phone',
  profanity: 'Obscene or abusive',
  'rough-language': 'Rough language',
  link: 'Link',
  advertising: 'Advertising',
  'stars-against-text': 'Stars against the text',
  burst: 'Wave of alike texts',
};

const REASON_OF: Partial<Record<CheckId, DecisionReason>> = {
  unreadable: 'off-product',
  'account-number': 'personal-data',
  'contact-data': 'personal-data',
  link: 'spam',
  advertising: 'spam',
  burst: 'spam',
};

/** The reason that removing a review would most likely have, by what holds it. */
export function suggestReason(review: ReviewView): DecisionReason {
  const holds = review.flags.filter(({ level }) => level === 'hold');
  for (const { check } of [...holds, ...review.flags]) {
    const reason = REASON_OF[check];
    if (reason) return reason;
  }
  return 'other';
}
