import type { Decision } from '../../../server/contract/duplicates.ts';

/** A decision that can be taken back here, its answer may still be on the way; or one on many. */
export type Done = { kind: 'one'; answer: Promise<Decision>; index: number } | { kind: 'bulk'; id: string };

/** All decisions of this visit, the newest last: undo works after filters, tabs and pages were changed too. */
const done: Done[] = [];

export const noteDone = (entry: Done) => done.push(entry);
/** The newest, which is no longer noted. */
export const popDone = (): Done | undefined => done.pop();

/** Forgets one that came to nothing, or that was taken back elsewhere. */
export function forgetDone(entry: Done): void {
  const at = done.indexOf(entry);
  if (at >= 0) done.splice(at, 1);
}

export const findBulk = (id: string) => done.find((entry) => entry.kind === 'bulk' && entry.id === id);
