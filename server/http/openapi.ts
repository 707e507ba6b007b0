import { z } from 'zod';
import { whoMay } from '../access/rights.ts';
import { Problem } from '../contract/problem.ts';
import { webhookPayloads } from '../contract/webhooks.ts';
import type { Operation } from './operation.ts';

type Json = Record<string, unknown>;

const keyHeader = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Any text of your own, new for each request that is meant once. The same key with the same body within 24 hours gets the first answer again (`Idempotency-Replayed: true`), with another body 422, and 409 while the first is at work.',
  schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[!-~]+$' },
};

/** Problems that any operation may answer with. */
const anyProblem = [400, 429, 503] as const;

const problemTitles: Record<number, string> = {
  400: 'A parameter is not valid, unknown or repeated, or the body is not well-formed.',
  401: 'Nobody is signed in and there is no API key, or what came is not valid.',
  403: 'Who asks may not do this, or another site has sent it.',
  404: 'There is nothing with this id.',
  405: 'The path does not take this method.',
  409: 'In conflict with what happened meanwhile; the detail says with what.',
  413: 'The body is too large.',
  415: 'The content type or encoding is not taken here.',
  422: 'The body is well-formed but not valid; `errors` names each fault.',
  429: 'Too much at once; try again after `Retry-After` seconds.',
  503: 'Not available now; try again after `Retry-After` seconds.',
};

/** Who may ask: nobody need sign in while there is no user. The lists name roles of people and scopes of keys. */
function securityOf({ access }: Operation): Json[] {
  if (access === 'public') return [];
  const { roles, scopes } = whoMay(access);
  return [{ session: roles }, ...(scopes.length > 0 ? [{ key: scopes }] : [])];
}

/** The document while there is no user: every operation may be asked for by nobody in particular too. */
export function withoutSignIn(document: Json): Json {
  const opened = structuredClone(document) as { paths: Record<string, Record<string, { security: Json[] }>> };
  for (const operation of Object.values(opened.paths).flatMap((path) => Object.values(path)))
    if (operation.security.length > 0) operation.security = [{}, ...operation.security];
  return opened;
}

/** The API document (OpenAPI 3.1), made from the schemas that check the requests. */
export function buildOpenApi(operations: readonly Operation[], version: string): Json {
  const schemas: Record<string, unknown> = {};

  const toSchema = (schema: z.ZodType, io: 'input' | 'output'): Json => {
    const json = z.toJSONSchema(schema, {
      io,
      target: 'draft-2020-12',
      unrepresentable: 'any',
      override: ({ jsonSchema }) => {
        if (jsonSchema.format === 'date-time' || jsonSchema.format === 'date' || jsonSchema.type === 'integer')
          delete jsonSchema.pattern;
      },
    });
    const {
      $schema: _,
      $defs = {},
      ...rest
    } = JSON.parse(JSON.stringify(json).replaceAll('"#/$defs/', '"#/components/schemas/')) as Json & { $defs?: Json };
    for (const [name, definition] of Object.entries($defs)) {
      if (schemas[name] && JSON.stringify(schemas[name]) !== JSON.stringify(definition)) {
        throw new Error(`${name} differs between request and response: it needs two ids`);
      }
      schemas[name] = definition;
    }
    return rest;
  };

  const parameters = (schema: z.ZodType | undefined, where: 'path' | 'query'): Json[] => {
    if (!schema) return [];
    const { properties = {}, required = [] } = toSchema(schema, 'input') as { properties?: Json; required?: string[] };
    return Object.entries(properties as Record<string, Json>).map(([name, property]) => ({
      name,
      in: where,
      required: where === 'path' || required.includes(name),
      // A parameter that is JSON in itself.
      ...(property['contentMediaType'] === undefined
        ? { schema: property }
        : { content: { [String(property['contentMediaType'])]: { schema: property['contentSchema'] } } }),
    }));
  };

  const problem = (status: number) => ({
    description: problemTitles[status] ?? 'Problem',
    content: { 'application/problem+json': { schema: toSchema(Problem, 'output') } },
  });

  const answersOf = (spec: Operation): Json => {
    const statuses = new Set<number>([
      ...anyProblem,
      ...(spec.access === 'public' ? [] : [401, 403]),
      ...(spec.params ? [404] : []),
      ...(spec.body ? [413, 415, 422] : []),
      ...(spec.rawTypes ? [415] : []),
      ...(spec.idempotent ? [409, 422] : []),
      ...(spec.problems ?? []),
    ]);
    const good = Object.entries(spec.answers).map(([status, answer]) => {
      const json = answer.schema ? { 'application/json': { schema: toSchema(answer.schema, 'output') } } : {};
      const others = Object.fromEntries(
        (answer.otherTypes ?? []).map((type) => [type, { schema: { type: 'string' } }]),
      );
      return [status, { description: answer.description, content: { ...json, ...others } }];
    });
    return Object.fromEntries([...good, ...[...statuses].sort().map((status) => [String(status), problem(status)])]);
  };

  const paths: Record<string, Json> = {};
  for (const spec of operations) {
    const body = spec.body
      ? { required: true, content: { 'application/json': { schema: toSchema(spec.body, 'input') } } }
      : spec.rawTypes
        ? {
            required: true,
            // Bytes: no schema says more of them than their type.
            content: Object.fromEntries(spec.rawTypes.map((type) => [type, {}])),
          }
        : undefined;
    paths[`/api/v1${spec.path}`] = {
      ...paths[`/api/v1${spec.path}`],
      [spec.method]: {
        operationId: spec.id,
        tags: [spec.tag],
        summary: spec.summary,
        ...(spec.description ? { description: spec.description } : {}),
        security: securityOf(spec),
        parameters: [
          ...parameters(spec.params, 'path'),
          ...parameters(spec.query, 'query'),
          ...(spec.idempotent ? [keyHeader] : []),
        ],
        ...(body ? { requestBody: body } : {}),
        responses: answersOf(spec),
      },
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Reviewfinder',
      version,
      description:
        'Customer reviews of cameras: what buyers praise and blame, feature by feature, and which reviews are copies.',
    },
    servers: [{ url: '/' }],
    paths,
    webhooks: Object.fromEntries(
      Object.entries(webhookPayloads).map(([event, schema]) => [
        event,
        {
          post: {
            tags: ['Webhooks'],
            requestBody: { required: true, content: { 'application/json': { schema: toSchema(schema, 'output') } } },
            responses: { '2XX': { description: 'It was taken.' } },
          },
        },
      ]),
    ),
    components: {
      schemas,
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'reviewfinder',
          description: 'Of a person, by `POST /api/v1/session`. Changes are only taken from pages of the app.',
        },
        key: { type: 'http', scheme: 'bearer', description: 'API key of a program, in the header `Authorization`.' },
      },
    },
  };
}
