import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { alertLetter } from '../../../server/alerts/alert-letter.ts';
import { digestLetter } from '../../../server/alerts/digest-letter.ts';
import { pageQuery, pageUrl } from '../../../server/alerts/figure-words.ts';
import type { AlertFiring } from '../../../server/contract/alerts.ts';
import type { Digest } from '../../../server/contract/digest.ts';

const PUBLIC = 'https://reviews.example.com';
const week = { from: '2026-05-11', to: '2026-05-17' };
const before = { from: '2026-05-04', to: '2026-05-10' };

const firing = (word: string): AlertFiring => ({
  ...{ id: 'F-1', alert: 'A-1', name: word, metric: 'net', scope: { product: word, feature: 'app' } },
  ...{ day: '2026-05-18', at: '2026-05-18T09:00:00Z', page: 'overview', query: pageQuery({ product: word }) },
  figures: {
    ...{ period: week, before, value: -0.2, n: 40, beforeValue: 0.4, beforeN: 50, change: -0.6, p: 0.0004 },
    verdict: 'fires',
  },
  url: pageUrl(PUBLIC, 'overview', pageQuery({ product: word })),
});
const digest = (word: string): Digest => {
  const url = pageUrl(PUBLIC, 'reviews', pageQuery({ product: word, feature: 'app' }));
  const feature = { feature: 'app', label: word, net: { value: 0.5, low: 0.2, high: 0.8 }, n: 12, quote: word, url };
  const mover = { feature: 'app', label: word, net: 0.5, n: 12, beforeNet: 0, beforeN: 9, change: 0.5, p: 0.2, url };
  const figures = { reviews: 20, beforeReviews: 10, stars: 4.25, rated: 18, beforeStars: null, beforeRated: 0 };
  const lists = { movers: [mover], strengths: [feature], weaknesses: [{ ...feature, quote: null }] };
  const parts = [{ product: word, ...figures, ...lists, openDuplicates: 3, url }];
  return { period: week, before, minimumN: 5, generatedAt: '2026-05-18T09:00:00Z', parts };
};

const ELEMENTS = new Set('html head meta title body table tbody thead tr td th h1 h2 h3 p a'.split(' '));
const ATTRIBUTES = new Set('lang charset name content style role scope href target'.split(' '));

function* elementsOf(node: DefaultTreeAdapterTypes.Node): Iterable<DefaultTreeAdapterTypes.Element> {
  if ('tagName' in node) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* elementsOf(child);
}
const textOf = (node: DefaultTreeAdapterTypes.Node): string =>
  node.nodeName === '#text'
    ? (node as DefaultTreeAdapterTypes.TextNode).value
    : 'childNodes' in node
      ? node.childNodes.map(textOf).join('')
      : '';

const expectHarmless = (html: string) => {
  const document = parse(html);
  for (const { tagName, attrs } of elementsOf(document)) {
    expect(ELEMENTS.has(tagName), tagName).toBe(true);
    for (const { name, value } of attrs) {
      expect(ATTRIBUTES.has(name), name).toBe(true);
      if (name === 'target') expect(value).toBe('_blank');
      if (name === 'href') expect(new URL(value).origin).toBe(PUBLIC);
      if (name === 'style') expect(value).not.toMatch(/url\(|expression|@import/i);
    }
  }
  return textOf(document);
};

const NASTY = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title></style><svg/onload=alert(1)>',
  'javascript:alert(1)',
  '<!--',
  '&lt;b&gt; & <b>',
  '@evil.example/',
];

describe('what people wrote stands in a mail as text', () => {
  it.each(NASTY)('%s', (word) => {
    for (const { html, text } of [alertLetter(firing(word), () => word), digestLetter(digest(word))]) {
      expect(expectHarmless(html)).toContain(word);
      expect(text).toContain(word);
    }
  });

  it('whatever it is', () => {
    const part = fc.constantFrom(...NASTY, '<', '>', '"', "'", '&', 'a', ' ', '=', '/');
    const word = fc.array(part, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(word, (text) => {
        expect(expectHarmless(alertLetter(firing(text), () => text).html)).toContain(text);
        expect(expectHarmless(digestLetter(digest(text)).html)).toContain(text);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a mail says', () => {
  it('of an alert what changed, of how many, the filters, and where to see it', () => {
    const { subject, text } = alertLetter(firing('door'), () => 'App');
    expect(subject).toBe('Alert: door (net sentiment −0.60)');
    expect(text).toContain(
      'The net sentiment of product door, feature App went from +0.40 to −0.20 (−0.60, p < 0.001).',
    );
    expect(text).toContain('11\u2009–\u200917 May 2026: −0.20 (n = 40)');
    expect(text).toContain('copies counted once');
    expect(text).toContain(`${PUBLIC}/?product=door`);
  });

  it('of a week each figure with its n, and what may be chance', () => {
    const { subject, text } = digestLetter(digest('door'));
    expect(subject).toBe('Reviews of the week 11\u2009–\u200917 May 2026');
    expect(text).toContain('Reviews: 20; week before: 10');
    expect(text).toContain('Stars: 4.25 (n = 18); week before: none (n = 0)');
    expect(text).toContain('- door +0.50: from 0.00 (n = 9) to +0.50 (n = 12), p = 0.200, may be chance');
    expect(text).toContain('- door: net +0.50 (+0.20 to +0.80, n = 12)\n  “door”');
    expect(text).toContain('Duplicates that wait for a decision: 3');
    expect(text).toContain('Filters: door; reviews of 11\u2009–\u200917 May 2026');
  });
});
