import { describe, expect, it } from 'vitest';
import { type ApiServices, apiOperations } from '../../../server/api-operations.ts';
import { buildOpenApi } from '../../../server/http/openapi.ts';

const operations = apiOperations({ analytics: {} } as unknown as ApiServices);
const document = JSON.parse(JSON.stringify(buildOpenApi(operations, '1.2.3')));

function* nodes(node: unknown, path = '#'): Iterable<[string, Record<string, unknown>]> {
  if (typeof node !== 'object' || node === null) return;
  if (!Array.isArray(node)) yield [path, node as Record<string, unknown>];
  for (const [key, child] of Object.entries(node)) yield* nodes(child, `${path}/${key}`);
}

const at = (reference: string) =>
  reference
    .slice(2)
    .split('/')
    .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], document);

describe('the API document', () => {
  it('is made of every operation, each with an id of its own', () => {
    const ids = [...nodes(document.paths)].map(([, node]) => node['operationId']).filter(Boolean);
    expect(new Set(ids).size).toBe(operations.length);
    expect(ids).toHaveLength(operations.length);
  });

  it('has no reference that leads nowhere, and no zod left-overs', () => {
    for (const [path, node] of nodes(document)) {
      const reference = node['$ref'];
      if (typeof reference === 'string') expect(at(reference), `${path}: ${reference}`).toBeDefined();
      expect(Object.keys(node), path).not.toContain('$defs');
    }
  });

  it('describes every parameter of a path', () => {
    for (const [path, item] of Object.entries<
      Record<string, { parameters: { name: string; in: string; required: boolean }[] }>
    >(document.paths)) {
      const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      for (const spec of Object.values(item)) {
        const described = spec.parameters.filter((parameter) => parameter.in === 'path');
        expect(described.map((parameter) => parameter.name)).toEqual(names);
        expect(described.every((parameter) => parameter.required)).toBe(true);
      }
    }
  });

  it('answers every operation with success, and refusals as problems', () => {
    for (const [path, item] of Object.entries<Record<string, { responses: Record<string, { content: object }> }>>(
      document.paths,
    )) {
      for (const [method, spec] of Object.entries(item)) {
        const statuses = Object.keys(spec.responses);
        expect(
          statuses.some((status) => status.startsWith('2') || status === '302'),
          `${method} ${path}`,
        ).toBe(true);
        for (const status of statuses.filter((one) => one >= '400')) {
          expect(Object.keys(spec.responses[status]?.content ?? {})).toEqual(['application/problem+json']);
        }
      }
    }
  });

  it('describes what webhooks are told, and with which key a request is meant once', () => {
    expect(Object.keys(document.webhooks)).toEqual([
      'review.created',
      'duplicate.found',
      'decision.made',
      'decision.undone',
      'alert.fired',
      'digest.sent',
      'webhook.test',
    ]);
    const schema = document.webhooks['review.created'].post.requestBody.content['application/json'].schema;
    expect(schema.properties.data.properties.reviews.items).toEqual({ $ref: '#/components/schemas/Review' });
    const keyed = document.paths['/api/v1/reviews'].post;
    expect(keyed.parameters).toContainEqual(expect.objectContaining({ name: 'Idempotency-Key', in: 'header' }));
    expect(Object.keys(keyed.responses)).toEqual(expect.arrayContaining(['400', '409', '422', '503']));
  });

  it('lets a request leave out what has a default', () => {
    expect(document.components.schemas.ReviewInput.required).toEqual(['product', 'text']);
  });
});
