import { createHash } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { Analysis } from '../../nlp/analyze.ts';
import type { ReviewInput } from '../../server/contract/reviews.ts';
import type { LookedUp } from '../../server/duplicates/copy-finder.ts';
import { newReview } from '../../server/reviews/build-review.ts';
import { runServer } from './run-server.ts';

/** As built: what runs the TypeScript sources directly wraps every inner function. */
const SHIPPED = new URL('../../dist/nlp/compare.js', import.meta.url);
const { fingerprint } = (await import(SHIPPED.href)) as typeof import('../../nlp/compare.ts');

const BATCH = 2000;
const PRODUCTS = 50;
const SOURCES = ['our-shop', 'megamart', 'trustboard', 'camera-forum'];
const AUTHORS = 300_000;
/** Two years. */
const DAYS = 730;
const LAST_DAY = Date.UTC(2026, 5, 30);
const NOW = new Date('2026-07-01T10:00:00Z');
const JUDGED = ['clarity', 'night_vision', 'battery', 'install_ease', 'price', 'app', 'delivery', 'support'];

export interface TextOfReview {
  text: string;
  author?: string;
  /** Number of the review that it is a copy of: it judges as that one does. */
  of?: number | undefined;
}

/** Tags as many as reviews have, of no meaning here: what is stored and indexed is to be as large as it is. */
function invented(n: number, text: string): Pick<Analysis, 'features' | 'mentions'> {
  const judged = Array.from({ length: 2 + (n % 4) }, (_, k) => ({
    feature: JUDGED[(n + k * 3) % JUDGED.length]!,
    polarity: (n + k) % 3 === 0 ? ('negative' as const) : ('positive' as const),
  }));
  return {
    features: Object.fromEntries(judged.map(({ feature, polarity }) => [feature, polarity])),
    mentions: judged.map(({ feature, polarity }, k) => ({
      feature,
      polarity,
      field: 'text',
      start: k * 20,
      end: k * 20 + 18,
      quote: text.slice(k * 20, k * 20 + 18),
      cue: { start: k * 20 + 3, end: k * 20 + 8 },
    })),
  };
}

/** Number `n` as a caller posts it. */
export const reviewInput = (
  n: number,
  { text, author = `author ${(n * 7919) % AUTHORS}` }: TextOfReview,
): ReviewInput & { author: string } => ({
  source: SOURCES[(n * 13) % SOURCES.length] as string,
  externalId: String(n),
  product: `product ${(n * 31) % PRODUCTS}`,
  text,
  author,
  rating: 1 + (n % 5),
  date: new Date(LAST_DAY - ((n * 37) % DAYS) * 86_400_000).toISOString().slice(0, 10),
});

/** A review as the intake would store it as number `n`; `hasEarlierTwin` tells by the hash of its text whether another has its keys. */
export function storedReview(
  n: number,
  textOf: TextOfReview,
  hasEarlierTwin: (exact: string) => boolean = () => false,
  taggedWith = 'bench',
): LookedUp {
  const input = reviewInput(n, textOf);
  const { text } = input;
  const keys = fingerprint(text);
  const review = newReview({
    id: n,
    identity: createHash('sha256').update(`bench ${n}`).digest('hex'),
    input,
    analysed: {
      analysis: { language: 'en', sentiment: { label: 'positive', score: 0.5 }, ...invented(textOf.of ?? n, text) },
      fingerprint: keys,
      taggedWith,
    },
    importId: undefined,
    hasEarlierTwin: hasEarlierTwin(keys.exact),
    now: NOW,
  });
  return { review, bands: review.bands, generic: keys.generic };
}

/**
 * What this release marks tagged reviews with: those of another mark would be tagged anew while something is measured.
 * It stores a review to find out.
 */
export async function readMark(connection: Connection, env: NodeJS.ProcessEnv): Promise<string> {
  const server = await runServer(env);
  try {
    await fetch(`${server.url}/api/v1/reviews`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ product: 'product 0', text: 'The picture is sharp.', date: '2026-06-30' }),
    });
    const stored = await connection.collection('reviews').findOne();
    return String(stored?.['taggedWith']);
  } finally {
    await server.stop();
  }
}

/**
 * Puts reviews into the collection past the intake, which would take an hour for a million.
 * @param taggedWith the mark that they carry
 */
export function createLoader(
  connection: Connection,
  taggedWith?: string,
): {
  /** Stores reviews `from` up to but not `to`; answers the seconds it took. */
  load(from: number, to: number, textOf: (n: number) => TextOfReview): Promise<number>;
} {
  const collection = connection.collection('reviews');
  /** Beginnings of hashes, as numbers: a million strings would take ten times the memory. */
  const known = new Set<number>();
  const isKnown = (exact: string) => {
    const beginning = Number.parseInt(exact.slice(0, 13), 16);
    const is = known.has(beginning);
    known.add(beginning);
    return is;
  };

  return {
    async load(from, to, textOf) {
      const begin = performance.now();
      let writing: Promise<unknown> = Promise.resolve();
      for (let at = from; at < to; at += BATCH) {
        const documents = Array.from(
          { length: Math.min(BATCH, to - at) },
          (_, k) => storedReview(at + k, textOf(at + k), isKnown, taggedWith).review,
        );
        await writing;
        writing = collection.insertMany(documents as never, { ordered: false, writeConcern: { w: 1, journal: false } });
      }
      await writing;
      return (performance.now() - begin) / 1000;
    },
  };
}
