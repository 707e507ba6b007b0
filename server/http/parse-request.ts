import type { Request } from 'express';
import type { z } from 'zod';
import type { Fault } from '../contract/problem.ts';
import { AppError } from '../errors.ts';

export interface RequestSchemas<P, Q, B> {
  params?: z.ZodType<P> | undefined;
  query?: z.ZodType<Q> | undefined;
  body?: z.ZodType<B> | undefined;
}

const escapePointer = (key: PropertyKey) => String(key).replaceAll('~', '~0').replaceAll('/', '~1');

/** Faults of a zod error below `base`; an unknown key is named itself, not the object around it. */
export function toFaults(error: z.ZodError, base: string): Fault[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map((key) => `/${escapePointer(key)}`).join('');
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        pointer: `${base}${path}/${escapePointer(key)}`,
        detail: 'is not a known name',
      }));
    }
    if (issue.code === 'invalid_union' && issue.errors[0]?.[0]) {
      return [
        {
          pointer: `${base}${path}`,
          detail: issue.errors
            .flatMap((branch) => branch.slice(0, 1))
            .map((inner) => inner.message)
            .join('; or '),
        },
      ];
    }
    return [{ pointer: `${base}${path}`, detail: issue.message }];
  });
}

const inWords = (faults: readonly Fault[]) => {
  const first = faults[0];
  const more = faults.length > 1 ? ` and ${faults.length - 1} more` : '';
  return first ? `${first.pointer || 'The body'}: ${first.detail}${more}.` : 'The request is not valid.';
};

/**
 * What a request carries, checked. Unknown and repeated query parameters are refused, never ignored.
 * @throws AppError 404 for a path parameter that names nothing, 400 for the query, 422 for the body
 */
export function parseRequest<P, Q, B>(
  req: Request,
  schemas: RequestSchemas<P, Q, B>,
): { params: P; query: Q; body: B } {
  const parse = <T>(schema: z.ZodType<T> | undefined, value: unknown, fail: (error: z.ZodError) => AppError): T => {
    if (!schema) return undefined as T;
    const parsed = schema.safeParse(value);
    if (!parsed.success) throw fail(parsed.error);
    return parsed.data;
  };
  const refuseUnknownQuery = () => {
    const names = Object.keys(req.query);
    if (names.length === 0) return;
    const faults = names.map((name) => ({ pointer: `/query/${name}`, detail: 'is not a known parameter' }));
    throw new AppError('invalid-query', 400, inWords(faults), { errors: faults });
  };
  if (!schemas.query) refuseUnknownQuery();
  return {
    params: parse(schemas.params, req.params, () => new AppError('not-found', 404, 'There is nothing with this id.')),
    query: parse(schemas.query, req.query, (error) => {
      const faults = toFaults(error, '/query');
      return new AppError('invalid-query', 400, inWords(faults), { errors: faults });
    }),
    body: parse(schemas.body, req.body, (error) => {
      const faults = toFaults(error, '');
      return new AppError('invalid-body', 422, inWords(faults), { errors: faults });
    }),
  };
}
