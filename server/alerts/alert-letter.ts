import type { AlertFiring } from '../contract/alerts.ts';
import { formatDays, formatP, formatValue, METRIC_WORDS, nameScope } from './figure-words.ts';
import { html } from './html.ts';
import { mailLink, mailPage, mailTable, STYLE } from './mail-page.ts';
import type { Letter } from './mail-store.ts';

/** The mail that tells of a firing: what changed, by how much, of how many reviews, where to see it, and the filters. */
export function alertLetter(firing: AlertFiring, labelOf: (feature: string) => string): Letter {
  const { metric, figures, name, url } = firing;
  const show = (value: number | null) => formatValue(metric, value);
  const change = formatValue(metric, figures.change, { sign: true });
  const scope = nameScope(firing.scope, labelOf);
  const said = `The ${METRIC_WORDS[metric]} of ${scope} went from ${show(figures.beforeValue)} to ${show(figures.value)} (${change}${figures.p === null ? '' : `, ${formatP(figures.p)}`}).`;
  const filters = `Filters: ${scope}; published reviews, copies counted once; days in UTC.`;
  return {
    subject: `Alert: ${name} (${METRIC_WORDS[metric]} ${change})`,
    text: [
      `Alert: ${name}`,
      '',
      said,
      '',
      `${formatDays(figures.period)}: ${show(figures.value)} (n = ${figures.n})`,
      `${formatDays(figures.before)}: ${show(figures.beforeValue)} (n = ${figures.beforeN})`,
      '',
      filters,
      url,
      '',
    ].join('\n'),
    html: mailPage(`Alert: ${name}`, [
      html`<p style="${STYLE.text}">${said}</p>`,
      mailTable(
        ['Days', 'Value', 'n'],
        [
          [formatDays(figures.period), show(figures.value), String(figures.n)],
          [formatDays(figures.before), show(figures.beforeValue), String(figures.beforeN)],
        ],
      ),
      html`<p style="${STYLE.text}">${mailLink(url, 'See the figures')}</p>`,
      html`<p style="${STYLE.quiet}">${filters}</p>`,
    ]),
  };
}
