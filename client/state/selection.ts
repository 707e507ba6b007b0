/**
 * Which clusters a decision on many is about: those ticked, or all that the filter matches but those unticked.
 * `anchor` is where a range begins.
 */
export type Selection = { isAll: boolean; ids: ReadonlySet<string>; anchor: string | null };

export const NO_SELECTION: Selection = { isAll: false, ids: new Set(), anchor: null };

/** With `isAll`, `ids` are those left out. */
export const isChosen = ({ isAll, ids }: Selection, id: string) => ids.has(id) !== isAll;

export const countChosen = ({ isAll, ids }: Selection, total: number) =>
  isAll ? Math.max(total - ids.size, 0) : ids.size;

/** Ticks or unticks one. */
export function toggle(selection: Selection, id: string): Selection {
  const ids = new Set(selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return selection.isAll || ids.size > 0 ? { ...selection, ids, anchor: id } : NO_SELECTION;
}

/** Ticks or unticks all from the anchor to `id`, as `id` is going to be; `order` is that of the list. */
export function toggleRange(selection: Selection, id: string, order: readonly string[]): Selection {
  const from = order.indexOf(selection.anchor ?? id);
  const to = order.indexOf(id);
  if (from < 0 || to < 0) return toggle(selection, id);
  const wanted = !isChosen(selection, id);
  const ids = new Set(selection.ids);
  for (const one of order.slice(Math.min(from, to), Math.max(from, to) + 1)) {
    if (wanted !== selection.isAll) ids.add(one);
    else ids.delete(one);
  }
  return { ...selection, ids, anchor: id };
}

/** All that match, on every page. */
export const chooseAll = (): Selection => ({ isAll: true, ids: new Set(), anchor: null });

/** Just these. */
export const chooseOnly = (ids: Iterable<string>): Selection => {
  const chosen = new Set(ids);
  return chosen.size === 0 ? NO_SELECTION : { isAll: false, ids: chosen, anchor: null };
};
