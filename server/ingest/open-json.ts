import { AppError } from '../errors.ts';
import type { ByteSource } from './byte-stream.ts';
import { readJsonHead } from './formats/detect-json.ts';
import { readJsonArray } from './formats/json-array.ts';
import type { JsonPlan } from './formats/json-row.ts';
import { findPlatform, matchLayout } from './formats/match-layout.ts';
import { readNdjson } from './formats/ndjson.ts';
import {
  headerSignature,
  type ImportHeader,
  quoteNames,
  requireProduct,
  resolveTable,
  toColumnMap,
} from './formats/resolve-header.ts';
import { type OpenedText, type OpenOptions, takeWith } from './opened-file.ts';

interface JsonTable {
  plan: JsonPlan;
  layout: string;
  header?: ImportHeader | undefined;
  problem?: AppError | undefined;
}

const unknownKeys = (keys: readonly string[]) =>
  new AppError(
    'unknown-header',
    422,
    `The rows have the keys ${quoteNames(keys)}, and none of them is known to hold the text. A map can say which.`,
  );

/** What becomes of the keys without a map: each row is read by its own ones, so two that clash are that row's fault. */
const byLayout = (keys: readonly string[], { product, tolerant }: OpenOptions): JsonTable => {
  const matched = matchLayout(keys);
  if (matched === undefined) {
    const problem = unknownKeys(keys);
    if (!tolerant) throw problem;
    const header = { signature: headerSignature(keys), columns: keys, map: {}, from: 'layout' as const };
    return { plan: {}, layout: 'unknown', header, problem };
  }
  const map = toColumnMap(matched.plan);
  const header = { signature: headerSignature(keys), columns: keys, map, from: 'layout' as const };
  const table: JsonTable = { plan: { layout: findPlatform(keys) }, layout: matched.plan.layout, header };
  try {
    if (tolerant) requireProduct({ header, plan: matched.plan }, product);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    table.problem = error;
  }
  return table;
};

const readTable = async (keys: readonly string[], options: OpenOptions): Promise<JsonTable> => {
  if (keys.length === 0 && options.map === undefined) return { plan: {}, layout: 'generic' };
  const remembered =
    options.map === undefined && keys.length > 0 ? await options.rememberedMap?.(headerSignature(keys)) : undefined;
  if (options.map === undefined && remembered === undefined) return byLayout(keys, options);
  const { plan, header, problem } = await resolveTable(keys, { ...options, open: true });
  return { plan: { map: plan }, layout: plan.layout, header, problem };
};

/**
 * Opens JSON, an object a line or an array, by the keys of its first rows. Throws `unknown-header` when no key of any of
 * them is known, `unknown-column` and `map-incomplete` for a map that does not fit (422).
 */
export async function openJson(
  source: ByteSource,
  { head, kind }: { head: Buffer; kind: 'some-json' | 'json' | 'ndjson' },
  options: OpenOptions,
): Promise<OpenedText> {
  const mapped = options.map && new Set(Object.values(options.map));
  const found = readJsonHead(head, { mapped, lines: kind === 'ndjson' });
  const isArray = kind === 'json' || found.kind === 'array';
  const { plan, layout, header, problem } = await readTable(found.keys, options);
  return {
    ...{ format: isArray ? 'json' : 'ndjson', layout, header, problem },
    read: (take = takeWith(options)) =>
      isArray ? readJsonArray(source.chunks(), found.path, plan, take) : readNdjson(source.chunks(), plan, take),
  };
}
