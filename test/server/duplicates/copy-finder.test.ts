import { afterAll, beforeAll, expect, it } from 'vitest';
import { fingerprint } from '../../../nlp/compare.ts';
import { createCopyFinder, type LookedUp } from '../../../server/duplicates/copy-finder.ts';
import { newReview } from '../../../server/reviews/build-review.ts';
import type { StoredReview } from '../../../server/reviews/review-model.ts';
import { createReviewStore } from '../../../server/reviews/review-store.ts';
import { createRandom } from '../../../server/sample/random.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase('finder');
});
afterAll(() => database.close());

/** A look-up key that every review of the test has, as if all said one common thing. */
const COMMON = 7;
const STORED = 12_000;
const COPIED = 40;
const LETTERS = 'abcdefghijklmnoprstuvw';
/** Words that nobody has used before. */
const textOf = (n: number) => {
  const random = createRandom(n);
  const word = () => Array.from({ length: random.int(4, 9) }, () => LETTERS[random.int(0, 21)]).join('');
  return Array.from({ length: 14 }, word).join(' ');
};

function reviewOf(id: number, text: string): StoredReview {
  const review = newReview({
    id,
    identity: String(id),
    input: { source: 's', product: 'cam', text },
    analysed: {
      analysis: { language: 'en', sentiment: { label: 'neutral', score: 0 }, features: {}, mentions: [] },
      fingerprint: fingerprint(text),
      taggedWith: 'test',
    },
    importId: undefined,
    hasEarlierTwin: false,
    now: new Date('2026-05-01T10:00:00Z'),
  });
  return { ...review, bands: [COMMON, ...review.bands] };
}
const lookedUp = (review: StoredReview): LookedUp => ({ review, bands: review.bands, generic: false });

it('a key that thousands share takes nothing from the others, and costs no more than they do', async () => {
  const store = createReviewStore(database.connection);
  await store.prepare();
  const stored = Array.from({ length: STORED }, (_, n) => reviewOf(n + 1, textOf(n)));
  for (let at = 0; at < STORED; at += 2000)
    await database.connection.collection('reviews').insertMany(stored.slice(at, at + 2000) as never);
  let rows = 0;
  const findCopies = createCopyFinder({
    reviews: {
      ...store,
      holdersOfBands: async (bands, limit) => {
        const found = await store.holdersOfBands(bands, limit);
        rows += [...found.values()].flat().length;
        return found;
      },
      oldestHoldersOfEach: async (bands, limit) => {
        const found = await store.oldestHoldersOfEach(bands, limit);
        rows += [...found.values()].flat().length;
        return found;
      },
    },
  });
  const edited = (n: number) => `Bought in May. ${textOf(n)}`;
  const copies = Array.from({ length: COPIED }, (_, at) => reviewOf(STORED + 1 + at, edited(STORED - 1 - at)));
  const wanted = copies.map((_, at) => ({ a: STORED - at, b: STORED + 1 + at, kind: 'near' }));

  // The second time it has learnt which keys are common.
  for (let round = 1; round <= 2; round += 1) {
    rows = 0;
    const pairs = await findCopies(copies.map(lookedUp));
    expect(pairs.map(({ a, b, kind }) => ({ a, b, kind }))).toEqual(wanted);
    expect(rows).toBeLessThan(COPIED * 30);
  }
});
