import type { Change } from '../../../server/contract/insights.ts';
import { addDays } from '../../state/dates.ts';
import type { Query } from '../../state/filters.ts';
import { lastDayLongAgo, workspace } from '../../state/workspace.ts';

/** Days of the period that is looked at where none is chosen, as the server has it. */
const DAYS = 90;

/**
 * What is asked: where no period is chosen and the reviews end long ago, their last days; and of the only product there
 * is by its name, since all products together would tell each change a second time.
 */
export function toAsked(query: Query): { asked: Query; isOnlyProduct: boolean } {
  const { products = [] } = workspace.value ?? {};
  const last = query['from'] === undefined && query['to'] === undefined ? lastDayLongAgo() : null;
  const only = products.length === 1 && query['product'] === undefined ? products[0]?.product : undefined;
  return {
    asked: {
      ...query,
      ...(last === null ? {} : { from: addDays(last, 1 - DAYS), to: last }),
      ...(only === undefined ? {} : { product: only }),
      limit: '40',
    },
    isOnlyProduct: only !== undefined,
  };
}

/** A feature alone does not narrow stars and volume: under its name they would pass for those of its reviews. */
export const isMeant = ({ feature }: Change, { feature: chosen, polarity }: Query) =>
  chosen === undefined || polarity !== undefined || feature !== null;
