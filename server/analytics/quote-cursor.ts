import type { QuoteOrder } from '../contract/analytics.ts';
import { dayCursor, decodeCursor, encodeCursor } from '../http/cursor.ts';
import type { QuotePosition } from './quotes-service.ts';

/** Places of ranked quotes count from 0; this one says that the ranked ones are over. */
const BEHIND = -1;

/** Cursor of quotes: of the newest order as of any list by day, of the ranked ones with the place besides. */
export const quoteCursor = {
  encode(position: QuotePosition | null, order: QuoteOrder): string | null {
    if (position === null) return null;
    if ('first' in position) return encodeCursor([position.first.day, position.first.id, position.at]);
    const { day, id } = position.after;
    return order === 'newest' ? encodeCursor([day, id]) : encodeCursor([day, id, BEHIND]);
  },
  /** @throws AppError 400 for what is not a cursor of this order */
  decode(cursor: string | undefined, order: QuoteOrder): QuotePosition | undefined {
    if (cursor === undefined) return undefined;
    if (order === 'newest') {
      const after = dayCursor.decode(cursor);
      return after && { after };
    }
    const [day, id, at] = decodeCursor(cursor, ['string', 'number', 'number']);
    const place = { day: String(day), id: Number(id) };
    return at === BEHIND ? { after: place } : { first: place, at: Math.max(0, Math.trunc(Number(at))) };
  },
};
