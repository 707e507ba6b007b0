import type { Digest } from '../contract/digest.ts';
import { formatDays, formatP, formatValue } from './figure-words.ts';
import { type Html, html } from './html.ts';
import { mailLink, mailPage, mailTable, STYLE } from './mail-page.ts';
import type { Letter } from './mail-store.ts';

type Part = Digest['parts'][number];
type Mover = Part['movers'][number];
type Feature = Part['strengths'][number];

/** Above this a change is told as one that may be chance. */
const CLEAR_P = 0.05;

const nameOf = ({ product }: Part) => product ?? 'All products';
const net = (value: number) => formatValue('net', value);
const doubt = ({ p }: Mover) => (p > CLEAR_P ? ', may be chance' : '');

/** What is measured, and how it stands this week and the week before. */
const keyRows = (part: Part): [string, string, string][] => [
  ['Reviews', String(part.reviews), String(part.beforeReviews)],
  [
    'Stars',
    `${formatValue('stars', part.stars)} (n = ${part.rated})`,
    `${formatValue('stars', part.beforeStars)} (n = ${part.beforeRated})`,
  ],
];

const moverWords = (mover: Mover) =>
  `${formatValue('net', mover.change, { sign: true })}: from ${net(mover.beforeNet)} (n = ${mover.beforeN}) to ${net(mover.net)} (n = ${mover.n}), ${formatP(mover.p)}${doubt(mover)}`;

const featureWords = (feature: Feature) =>
  `net ${net(feature.net.value)} (${net(feature.net.low)} to ${net(feature.net.high)}, n = ${feature.n})`;

const LISTS = [
  ['Praised', 'strengths'],
  ['Blamed', 'weaknesses'],
] as const;

const partHtml = (part: Part): Html[] => [
  html`<h2 style="${STYLE.heading}">${mailLink(part.url, nameOf(part))}</h2>`,
  mailTable(['', 'This week', 'Week before'], keyRows(part)),
  html`<h3 style="${STYLE.heading}">What changed</h3>`,
  part.movers.length === 0
    ? html`<p style="${STYLE.text}">Nothing that enough reviews tell of.</p>`
    : mailTable(
        ['Feature', 'Net sentiment'],
        part.movers.map((mover) => [mailLink(mover.url, mover.label), moverWords(mover)]),
      ),
  ...LISTS.flatMap(([title, list]) =>
    part[list].length === 0
      ? []
      : [
          html`<h3 style="${STYLE.heading}">${title}</h3>`,
          mailTable(
            ['Feature', 'Net sentiment, and a sentence'],
            part[list].map((feature) => [
              mailLink(feature.url, feature.label),
              feature.quote === null
                ? featureWords(feature)
                : html`${featureWords(feature)}<p style="${STYLE.quote}">“${feature.quote}”</p>`,
            ]),
          ),
        ],
  ),
  html`<p style="${STYLE.text}">Duplicates that wait for a decision: ${part.openDuplicates}</p>`,
];

const partText = (part: Part): string[] => [
  nameOf(part),
  part.url,
  ...keyRows(part).map(([name, now, before]) => `${name}: ${now}; week before: ${before}`),
  '',
  'What changed',
  ...(part.movers.length === 0 ? ['Nothing that enough reviews tell of.'] : []),
  ...part.movers.map((mover) => `- ${mover.label} ${moverWords(mover)}`),
  ...LISTS.flatMap(([title, list]) =>
    part[list].length === 0
      ? []
      : [
          '',
          title,
          ...part[list].flatMap((feature) => [
            `- ${feature.label}: ${featureWords(feature)}`,
            ...(feature.quote === null ? [] : [`  “${feature.quote}”`]),
          ]),
        ],
  ),
  '',
  `Duplicates that wait for a decision: ${part.openDuplicates}`,
  '',
];

/** The weekly mail. All that it says stands in the text as well as in the markup. */
export function digestLetter(digest: Digest): Letter {
  const { period, before } = digest;
  const subject = `Reviews of the week ${formatDays(period)}`;
  const products = digest.parts.map(nameOf).join(', ');
  const filters = `Filters: ${products}; reviews of ${formatDays(period)}, against ${formatDays(before)} (days in UTC); published, copies counted once. Net sentiment is the positive minus the negative judgements as a share of all, −1 to +1, with its 95 % interval; features of fewer than ${digest.minimumN} reviews are left out.`;
  return {
    subject,
    text: [subject, '', ...digest.parts.flatMap(partText), filters, ''].join('\n'),
    html: mailPage(subject, [...digest.parts.flatMap(partHtml), html`<p style="${STYLE.quiet}">${filters}</p>`]),
  };
}
