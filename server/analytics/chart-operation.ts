import type { z } from 'zod';
import { type CsvValue, toCsv } from '../http/csv.ts';
import { type Operation, operation } from '../http/operation.ts';

type CsvRow = Record<string, CsvValue>;

/** A chart's path: JSON, or the same rows as CSV when that is what the caller accepts. */
export function chart<Q, T>(spec: {
  name: string;
  summary: string;
  description?: string;
  query: z.ZodType<Q>;
  schema: z.ZodType<T>;
  read: (query: Q) => Promise<T>;
  toRows: (answer: T) => CsvRow[];
}): Operation {
  const { name, query, schema, read, toRows } = spec;
  return operation({
    id: `analytics${name.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())}`,
    access: 'read',
    method: 'get',
    path: `/analytics/${name}`,
    tag: 'Analytics',
    summary: spec.summary,
    ...(spec.description ? { description: spec.description } : {}),
    query,
    answers: { 200: { description: 'The figures.', schema, otherTypes: ['text/csv'] } },
    handle: async ({ query: asked, req }) => {
      const answer = await read(asked);
      if (req.accepts(['application/json', 'text/csv']) !== 'text/csv')
        return { status: 200, body: answer, headers: { Vary: 'Accept' } };
      return {
        status: 200,
        body: toCsv(toRows(answer)),
        headers: {
          Vary: 'Accept',
          'Content-Type': 'text/csv; charset=utf-8',
          'Content-Disposition': `attachment; filename="${name}.csv"`,
        },
      };
    },
  });
}
