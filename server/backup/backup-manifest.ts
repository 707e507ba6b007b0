import { createHash } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../errors.ts';

/** Goes up when an older program could not read a backup. */
export const FORMAT_VERSION = 1;

export const MANIFEST = 'manifest.json';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** One collection in one file. */
const Part = z.strictObject({
  collection: z.string().min(1),
  /** gzip of BSON documents one after another, in the order of their `_id`. */
  file: z.string().regex(/^[\w.%-]+$/),
  documents: z.int().min(0),
  /** Of the file as it lies there. */
  bytes: z.int().min(0),
  sha256: Sha256,
  /** Of the documents, unpacked. */
  contentSha256: Sha256,
});
export type Part = z.infer<typeof Part>;

const Content = z.strictObject({
  format: z.literal('reviewfinder-backup'),
  formatVersion: z.int(),
  program: z.string(),
  /** Version of the database: see server/db/migrations.ts. */
  schema: z.int(),
  takenAt: z.iso.datetime(),
  /** Last row of the decision log; null while there is none. */
  decisionLog: z.strictObject({ seq: z.int(), hash: Sha256 }).nullable(),
  parts: z.array(Part),
});
export type ManifestContent = z.infer<typeof Content>;

const Sealed = z.strictObject({ ...Content.shape, sha256: Sha256 });

const sealOf = (content: ManifestContent) => createHash('sha256').update(JSON.stringify(content)).digest('hex');

/** The manifest as it is written, with a hash of its own. */
export const renderManifest = (content: ManifestContent): string =>
  `${JSON.stringify({ ...content, sha256: sealOf(content) }, null, 2)}\n`;

export const damaged = (faults: readonly string[]) =>
  new AppError('backup-damaged', 422, `The backup cannot be used: ${faults.join('; ')}.`);

/** @throws AppError `backup-damaged`, or `backup-newer` where it was made by a later release */
export function parseManifest(text: string): ManifestContent {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw damaged([`${MANIFEST} is not JSON`]);
  }
  const { format, formatVersion } = (value ?? {}) as { format?: unknown; formatVersion?: unknown };
  if (format === 'reviewfinder-backup' && typeof formatVersion === 'number' && formatVersion > FORMAT_VERSION) {
    const detail = `The backup has format ${formatVersion}, this program reads up to ${FORMAT_VERSION}: restore it with the release that made it.`;
    throw new AppError('backup-newer', 422, detail);
  }
  const parsed = Sealed.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw damaged([`${MANIFEST} is not one of a backup (${issue?.path.join('.') || 'whole'}: ${issue?.message})`]);
  }
  const { sha256, ...content } = parsed.data;
  if (sealOf(content) !== sha256) throw damaged([`${MANIFEST} was changed: its SHA-256 is not the one it names`]);
  return content;
}
