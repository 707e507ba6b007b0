import type { AlertFigures, AlertMetric, AlertView } from '../../../server/contract/alerts.ts';
import { formatCount, formatShare, formatSigned, formatStars, nameOf, nameProduct } from '../../state/figures.ts';
import { labelOf } from '../../state/workspace.ts';

export const METRICS: Record<AlertMetric, string> = {
  net: 'Net sentiment',
  stars: 'Average stars',
  volume: 'Number of reviews',
  'share-negative': 'Share of negative judgements',
};
export const DIRECTIONS = { drop: 'falls', rise: 'rises', any: 'moves' } as const;
export const SENSITIVITIES = {
  low: 'Low: fires when chance is below 1 in 100',
  medium: 'Medium: below 5 in 100',
  high: 'High: below 10 in 100',
} as const;

/** A value in the unit of its metric. */
function tellValue(metric: AlertMetric, value: number | null): string {
  if (value === null) return 'none';
  if (metric === 'net') return formatSigned(value);
  if (metric === 'stars') return formatStars(value);
  return metric === 'volume' ? formatCount(value) : formatShare(value, { fine: true });
}

type Scope = AlertView['scope'];

/** What is watched, without when it fires: "Night vision, Alder One". */
const tellScope = ({ feature, product, source }: Scope): string =>
  [feature ? labelOf(feature) : null, product ? nameProduct(product) : 'all products', source ? nameOf(source) : null]
    .filter((part) => part !== null)
    .join(', ');

/** The rule in a sentence. */
export const tellRule = ({ metric, scope, direction, change, windowDays, minimumN }: AlertView): string =>
  `${METRICS[metric]} of ${tellScope(scope)} ${DIRECTIONS[direction]} by ${metric === 'share-negative' ? formatShare(change, { fine: true }) : String(change)} or more within ${windowDays} days, n ${formatCount(minimumN)} or more`;

/** The two figures of a look, with their n. */
export const tellFigures = (metric: AlertMetric, figures: AlertFigures): string =>
  figures.verdict === 'too-few'
    ? `too few (n ${formatCount(figures.n)}, before ${formatCount(figures.beforeN)})`
    : `${tellValue(metric, figures.value)} (n ${formatCount(figures.n)}), before ${tellValue(metric, figures.beforeValue)} (n ${formatCount(figures.beforeN)})`;
