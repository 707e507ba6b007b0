import { createHash } from 'node:crypto';
import type { Fingerprint } from '../../nlp/compare.ts';
import { foldName } from './context-reasons.ts';

/**
 * The keys that a review is looked up by besides the hash of its text: its bands; for a short generic text, which is a
 * copy only when the same author wrote both, one key of text and author.
 */
export function lookupKeys({ exact, bands, generic }: Fingerprint, author: string | null): number[] {
  if (!generic) return bands;
  return author
    ? [
        createHash('sha256')
          .update(JSON.stringify([exact, foldName(author)]))
          .digest()
          .readInt32LE(),
      ]
    : [];
}
