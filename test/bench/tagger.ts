import { createRequire } from 'node:module';

/** The tagger as it is shipped: what runs the TypeScript sources directly wraps every inner function. */
const SHIPPED = new URL('../../dist/nlp/analyze.js', import.meta.url);

interface Vader {
  SentimentIntensityAnalyzer: { polarity_scores(text: string): { compound: number } };
}

/** The bar: so many times the reviews a second of `vader-sentiment`, which only scores sentiment. */
const TIMES_VADER = 3;
const REVIEWS = 600;
const ROUNDS = 12;

const SENTENCES = [
  'The picture is sharp by day and the colours look natural.',
  'At night I can still read the number of the house across the street!',
  'Setting it up took ten minutes, the instructions are clear enough.',
  'However, the app logs me out every week and the alerts come late.',
  "I don't like that you have to pay a monthly fee to see older clips.",
  'Support answered the same day and sent a new power adapter.',
  'It worked for two months, then it kept rebooting and finally died.',
  'For the price I expected a longer cable, but the mount feels solid.',
  'The speaker is too quiet, my neighbour could not hear me over the traffic.',
  'My old camera lost the connection all the time; this one has never dropped it.',
  'Rain and frost have done nothing to it so far.',
  'We bought a second one for the garden, delivery was quick.',
];

/** Invented reviews of about 360 characters, each different. */
function inventReviews(count: number): string[] {
  const reviews: string[] = [];
  for (let i = 0; i < count; i += 1) {
    let text = '';
    for (let k = 0; text.length < 330; k += 1)
      text += `${SENTENCES[(i * 5 + k * 7 + ((i * k) % 11)) % SENTENCES.length]} `;
    reviews.push(`${text}Unit ${i}.`);
  }
  return reviews;
}

/** Reviews a second of each run. The runs take turns, so that a change of the machine's load meets all alike; the best round of each counts. */
function perSecond(texts: readonly string[], runs: readonly ((text: string) => unknown)[]): number[] {
  const best = runs.map(() => 0);
  for (let round = 0; round < ROUNDS; round += 1) {
    runs.forEach((run, index) => {
      const begin = performance.now();
      for (const text of texts) run(text);
      best[index] = Math.max(best[index]!, (texts.length / (performance.now() - begin)) * 1000);
    });
  }
  return best;
}

/** Long texts that would expose a cost above linear: name, text. */
const LONG_TEXTS: readonly (readonly [string, string])[] = [
  ['one long word', 'a'.repeat(100_000)],
  ['50,000 commas', 'a,'.repeat(50_000)],
  ['nested brackets', '('.repeat(50_000) + ')'.repeat(50_000)],
  ['100,000 characters of emoji', '😀'.repeat(50_000)],
  ['no punctuation', 'the picture is not very clear and the app is great '.repeat(2_000)],
  ['one sentence of praise', 'great picture, '.repeat(6_700)],
  ['open tags', '<b '.repeat(33_000)],
];

/** Whole analysis, built, against vader-sentiment on the same texts, in one process; then the cost of long texts. */
export async function benchTagger(print: (line: string) => void): Promise<void> {
  const { analyze } = (await import(SHIPPED.href)) as typeof import('../../nlp/analyze.ts');
  const vader = (createRequire(import.meta.url)('vader-sentiment') as Vader).SentimentIntensityAnalyzer;
  const reviews = inventReviews(REVIEWS);
  const [ours = 0, theirs = 1] = perSecond(reviews, [
    (text) => analyze({ text }),
    (text) => vader.polarity_scores(text),
  ]);
  const ratio = ours / theirs;
  print(
    `tagger: ${Math.round(ours)} reviews/s; vader-sentiment: ${Math.round(theirs)} reviews/s; ${ratio.toFixed(1)} times (bar: ${TIMES_VADER})`,
  );
  for (const [name, text] of LONG_TEXTS) {
    const time = (size: number) => {
      const begin = performance.now();
      analyze({ text: text.slice(0, size) });
      return performance.now() - begin;
    };
    time(10_000);
    print(`${name}: ${time(10_000).toFixed(1)} ms for 10,000 characters, ${time(100_000).toFixed(1)} ms for 100,000`);
  }
}
