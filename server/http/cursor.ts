import { AppError } from '../errors.ts';

/** Opaque text for a position in a list: base64url of JSON. */
export const encodeCursor = (position: readonly (string | number)[]) =>
  Buffer.from(JSON.stringify(position)).toString('base64url');

/**
 * The position in a cursor that `encodeCursor` made of as many parts of the same types.
 * @throws AppError 400 for anything else
 */
export function decodeCursor<T extends readonly ('string' | 'number')[]>(
  cursor: string,
  shape: T,
): (string | number)[] {
  try {
    const position: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const fits =
      Array.isArray(position) &&
      position.length === shape.length &&
      shape.every((type, index) => typeof position[index] === type);
    if (fits) return position;
  } catch {
    // Not JSON: the same answer as for JSON of another shape.
  }
  const detail = 'is not a cursor that this list gave';
  throw new AppError('invalid-query', 400, `/query/cursor: ${detail}.`, {
    errors: [{ pointer: '/query/cursor', detail }],
  });
}

/** Cursor of lists that are sorted by day and id. */
export const dayCursor = {
  encode: (row: { day: string; _id: number } | undefined) => (row ? encodeCursor([row.day, row._id]) : null),
  decode: (cursor: string | undefined) => {
    if (cursor === undefined) return undefined;
    const [day, id] = decodeCursor(cursor, ['string', 'number']);
    return { day: String(day), id: Number(id) };
  },
};
