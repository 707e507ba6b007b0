import { describe, expect, it } from 'vitest';
import { findDuplicates } from '../../../nlp/find-duplicates.ts';

const A = 'Hung it over the sheep pen in March and the infrared reaches to the far fence, even with fog.';
const B = 'The doorbell hums since the electrician changed the transformer, and the chime rings twice.';
const text = (id: string, body: string, author?: string) => ({ id, text: body, author });

describe('findDuplicates', () => {
  it('puts copies into clusters in the order of the input', () => {
    const clusters = findDuplicates([
      text('b1', B),
      text('a1', A),
      text('lone', 'My cat sleeps in the parcel the camera came in, so for her it was worth it.'),
      text('a2', A.toUpperCase()),
      text('b2', B.replace('hums', 'buzzes')),
      text('a3', A.replace('March', 'April')),
    ]);
    expect(clusters.map(({ members }) => members)).toEqual([
      ['b1', 'b2'],
      ['a1', 'a2', 'a3'],
    ]);
    expect(clusters[1]!.pairs.map(({ a, b, kind }) => [a, b, kind])).toEqual([
      ['a1', 'a2', 'exact'],
      ['a1', 'a3', 'near'],
    ]);
  });

  it('leaves short praise of different people alone', () => {
    const praise = ['Great camera!', 'great camera', 'Love it!', 'Great camera', 'Works great.', 'works GREAT'];
    expect(findDuplicates(praise.map((body, i) => text(String(i), body, `person ${i}`)))).toEqual([]);
    expect(findDuplicates(praise.map((body, i) => text(String(i), body)))).toEqual([]);
  });

  it.each([
    ['Works great, easy install, very happy with it.', 'Very happy with it, works great and easy to install.'],
    [
      'Love this camera. Easy to install, great picture quality. Highly recommend!',
      'Great picture quality and easy to install. I love this camera and highly recommend it.',
    ],
    ['Good value for money, does what it says on the box.', 'Does what it says on the box. Good value for the money.'],
    ['Stopped working after a month. Very disappointed.', 'Stopped working after two months, very disappointed.'],
    ['My husband installed it in 10 minutes and we love it!', 'My son installed it in 20 minutes and we love it.'],
  ])('leaves usual praise and blame in other words alone: %s', (a, b) => {
    expect(findDuplicates([text('a', a), text('b', b)])).toEqual([]);
  });

  const GIFT =
    'I received this product free of charge in exchange for an honest and unbiased review. All opinions are my own and I was not asked to give a positive rating. ';
  it.each([
    [
      'a disclaimer',
      `${GIFT}The camera sits on a shelf in the nursery. The picture is fine but the cable is too short and the base slides about on glass.`,
      `${GIFT}Installed at the gate of the farm; the gate opens at night and I can see each lorry. Battery was empty after nine days of frost though.`,
    ],
    [
      'pros and cons',
      'Pros: small, quiet, sharp picture. Cons: the app wants an account, no card included. Overall I would give four stars to this camera.',
      'Pros: cheap, bright lamp, loud siren. Cons: the stand wobbles, manual in German. Overall I would give three stars to this camera.',
    ],
    [
      'a template with other facts',
      'Bought this for my garage. Installation took 20 minutes. Picture quality is good. App is a bit slow. Would recommend.',
      'Bought this for my porch. Installation took 30 minutes. Picture quality is good. App is a bit slow. Would recommend.',
    ],
    [
      'a greeting of the shop',
      'Thank you for shopping with CamHome. Rated five stars by our members. The wide angle covers both driveways and the mail box.',
      'Thank you for shopping with CamHome. Rated five stars by our members. My grandson knocked it off the shelf and it still works.',
    ],
  ])('leaves different reviews with the same frame alone: %s', (_, a, b) => {
    expect(findDuplicates([text('a', a), text('b', b)])).toEqual([]);
  });

  it.each([
    ['the same text', () => A],
    ['the same text with a running number', (i: number) => `${A} Order ${i}.`],
    ['short praise', () => 'Great camera!'],
  ])(
    'is done within the time of a test when ten thousand reviews are %s',
    (_, make) => {
      const reviews = Array.from({ length: 10_000 }, (__, i) => text(String(i), make(i)));
      const clusters = findDuplicates(reviews, { paraphrases: false });
      if (clusters.length > 0) {
        expect(clusters).toHaveLength(1);
        expect(clusters[0]!.members).toHaveLength(10_000);
        expect(clusters[0]!.pairs.length).toBeLessThan(100_000);
      }
    },
    20_000,
  );

  it('answers the same twice', () => {
    const reviews = [A, B, A.replace('far', 'wooden'), B, `${B} Nobody came.`].map((body, i) => text(String(i), body));
    expect(findDuplicates(reviews)).toEqual(findDuplicates(reviews));
  });

  it('has nothing to say of no reviews', () => expect(findDuplicates([])).toEqual([]));
});
