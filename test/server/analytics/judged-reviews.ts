/** Invented reviews, each judging two features, over five months, three products and two sources; some twice. */
const PHRASES = [
  'Night vision is excellent in my garden.',
  'The night vision is terrible behind the house.',
  'The app is easy to use for my parents.',
  'The app crashes all the time since the update.',
  'Installation was simple and took ten minutes.',
  'Battery life is poor in the cold.',
  'The picture is sharp and clear.',
  'Delivery was late by a week.',
  'I gave it to my neighbour.',
];

/** Later reviews blame the app more often, and give fewer stars. */
const phraseOf = (n: number) => (n > 170 && n % 2 === 0 ? 3 : n % 9);

export const judgedReviews = (count: number) =>
  Array.from({ length: count }, (_, n) => {
    const day = Math.floor((n * 149) / count);
    return {
      source: n % 3 === 0 ? 'web' : 'shop',
      externalId: `r-${n}`,
      product: ['alpha', 'beta', 'gamma'][n % 7 > 3 ? 0 : n % 3] as string,
      text: `${PHRASES[phraseOf(n)]} ${PHRASES[(n * 5 + 2) % 9]} Ordered as number ${n * 37} for house ${n * 11} in street ${n * n}.`,
      date: new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
      author: `Customer ${n % 40}`,
      ...(n % 10 === 0 ? {} : { rating: n > 170 ? 1 + ((n * 3) % 5) / 2 : 1 + ((n * 3) % 9) / 2 }),
      ...(n % 4 === 0 ? {} : { verified: n % 4 === 1 }),
    };
  });

/** One text under several names: copies, which count once. */
export const twins = [1, 2, 3, 4].map((n) => ({
  source: 'web',
  externalId: `t-${n}`,
  product: 'alpha',
  text: 'The whole family has looked through this window at the foxes in the garden, and the picture is sharp.',
  date: `2026-04-1${n}`,
  rating: 5,
}));
