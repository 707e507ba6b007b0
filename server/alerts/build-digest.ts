import { averageOf, type Cell, ratedOf, sumCells } from '../analytics/cells.ts';
import { netEstimate, tallyTotal } from '../analytics/estimate.ts';
import type { Digest } from '../contract/digest.ts';
import type { Filters } from '../contract/filters.ts';
import { comparePeriods } from './compare-periods.ts';
import { periodsOf } from './evaluate-alert.ts';
import { pageQuery, pageUrl } from './figure-words.ts';
import type { CellsOfScope } from './watch-alerts.ts';

type Part = Digest['parts'][number];
type Feature = Part['strengths'][number];

export interface DigestFigures {
  cells: CellsOfScope;
  /** A sentence of the newest review that the filters select; null without one. */
  quote: (filters: Filters) => Promise<string | null>;
  openDuplicates: (product: string | undefined) => Promise<number>;
  labelOf: (feature: string) => string;
  publicUrl: string;
}

const WEEK = 7;
/** Fewer judgements in the week say too little to be named. */
const MINIMUM_N = 5;
const MOST_MOVERS = 5;
const MOST_NAMED = 3;

/** What a part of the digest is about. */
interface PartScope {
  product: string | undefined;
  period: { from: string; to: string };
  urlOf: (page: string, more: Record<string, string>) => string;
}

function moversOf(weeks: { now: Cell; before: Cell }, labelOf: DigestFigures['labelOf'], { urlOf }: PartScope) {
  const features = Object.keys(weeks.now.features);
  return features
    .flatMap((feature): Part['movers'] => {
      const { value, n, beforeValue, beforeN, change, p } = comparePeriods(weeks, { metric: 'net', feature });
      if (value === null || beforeValue === null || !change || p === null) return [];
      if (Math.min(n, beforeN) < MINIMUM_N) return [];
      const url = urlOf('overview', { feature });
      return [{ feature, label: labelOf(feature), net: value, n, beforeNet: beforeValue, beforeN, change, p, url }];
    })
    .sort((x, y) => x.p - y.p || Math.abs(y.change) - Math.abs(x.change) || (x.feature < y.feature ? -1 : 1))
    .slice(0, MOST_MOVERS);
}

/** The features whose interval of net sentiment lies furthest above zero, and below it. */
function surest(now: Cell, labelOf: DigestFigures['labelOf'], { urlOf }: PartScope) {
  const named = Object.entries(now.features).flatMap(([feature, tally]) => {
    const net = netEstimate(tally);
    const n = tallyTotal(tally);
    return net === null || n < MINIMUM_N ? [] : [{ feature, label: labelOf(feature), net, n, quote: null }];
  });
  const open = (rows: typeof named, polarity: string): Feature[] =>
    rows.slice(0, MOST_NAMED).map((row) => ({ ...row, url: urlOf('reviews', { feature: row.feature, polarity }) }));
  return {
    strengths: open(
      named.filter(({ net }) => net.low > 0).sort((x, y) => y.net.low - x.net.low),
      'positive',
    ),
    weaknesses: open(
      named.filter(({ net }) => net.high < 0).sort((x, y) => x.net.high - y.net.high),
      'negative',
    ),
  };
}

/**
 * The figures of the week up to yesterday against the week before, a part for each product or one for all.
 * @param products none: all together
 */
export async function buildDigest(deps: DigestFigures, products: readonly string[], at: Date): Promise<Digest> {
  const { period, before } = periodsOf(at.toISOString().slice(0, 10), WEEK);

  const withQuotes = (rows: Feature[], polarity: 'positive' | 'negative', { product }: PartScope) =>
    Promise.all(
      rows.map(async (row) => ({
        ...row,
        quote: await deps.quote({ product, ...period, feature: [row.feature], polarity: [polarity], counting: 'once' }),
      })),
    );

  const partOf = async (product: string | undefined): Promise<Part> => {
    const scope: PartScope = {
      ...{ product, period },
      urlOf: (page, more) => pageUrl(deps.publicUrl, page, pageQuery({ product, ...period, ...more })),
    };
    const cells = await deps.cells({ product }, { from: before.from, to: period.to });
    const now = sumCells(cells.filter(({ day }) => day >= period.from));
    const former = sumCells(cells.filter(({ day }) => day < period.from));
    const { strengths, weaknesses } = surest(now, deps.labelOf, scope);
    return {
      product: product ?? null,
      ...{ reviews: now.reviews, stars: averageOf(now), rated: ratedOf(now) },
      ...{ beforeReviews: former.reviews, beforeStars: averageOf(former), beforeRated: ratedOf(former) },
      movers: moversOf({ now, before: former }, deps.labelOf, scope),
      strengths: await withQuotes(strengths, 'positive', scope),
      weaknesses: await withQuotes(weaknesses, 'negative', scope),
      openDuplicates: await deps.openDuplicates(product),
      url: scope.urlOf('overview', {}),
    };
  };

  const parts: Part[] = [];
  for (const product of products.length > 0 ? products : [undefined]) parts.push(await partOf(product));
  return { period, before, minimumN: MINIMUM_N, generatedAt: at.toISOString(), parts };
}
