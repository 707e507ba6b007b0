import type { UpdateEvent } from './event-store.ts';
import type { StoredContent } from './stored-content.ts';

/**
 * Takes the updates of an import back from the history of one review, or does them again. Each update that stands keeps
 * what was said before it; one that is taken back keeps what it said itself. So both are the same exchange, with the
 * next update that stands behind it, or with the review where there is none: whatever came later stays, and is taken
 * back in its turn to what it then stands on.
 * @param updates of the review, oldest first; they are not changed
 * @returns undefined where the history has gaps
 */
export function swapUpdates(request: {
  content: StoredContent;
  updates: readonly UpdateEvent[];
  importId: number;
  direction: 'undo' | 'redo';
}): { content: StoredContent; changed: UpdateEvent[] } | undefined {
  const { importId, direction } = request;
  const updates = request.updates.map((update) => ({ ...update }));
  let { content } = request;
  const isTurn = ({ import: by, undone = false }: UpdateEvent) => by === importId && undone === (direction === 'redo');
  const turns = updates.filter(isTurn);
  if (direction === 'undo') turns.reverse();
  const changed = new Set<UpdateEvent>();
  for (const update of turns) {
    const later = updates.slice(updates.indexOf(update) + 1).find(({ undone }) => !undone);
    const there = later ? later.former : content;
    if (update.former === undefined || there === undefined) return undefined;
    if (later) later.former = update.former;
    else content = update.former;
    update.former = there;
    update.undone = direction === 'undo';
    for (const one of [update, later]) if (one) changed.add(one);
  }
  return { content, changed: [...changed] };
}
