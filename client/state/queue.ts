import type { ClusterSummary } from '../../server/contract/duplicates.ts';

type Item = { id: string };

/** A list of what waits for a moderator, clusters or held reviews, as it is on screen. */
export type Queue<One extends Item = ClusterSummary> = {
  items: One[];
  selected: string | null;
  /** What matches, on all pages. */
  total: number;
  /** Why a decision on an item was put back. */
  failed: Record<string, string>;
  /** Items that somebody else has dealt with, and how: they stay where they are until the next move. */
  gone: Record<string, string>;
};

export const EMPTY_QUEUE: Queue<never> = { items: [], selected: null, total: 0, failed: {}, gone: {} };

const indexOf = (queue: Queue<Item>, id: string | null) => queue.items.findIndex((item) => item.id === id);

/** Takes over what was read; the selection stays where it was, else goes to `wanted`, else to the first. */
export function fillQueue<One extends Item>(
  queue: Queue<One>,
  items: One[],
  total: number,
  wanted: string | null,
): Queue<One> {
  const has = (id: string | null) => id !== null && items.some((item) => item.id === id);
  const selected = has(wanted) ? wanted : has(queue.selected) ? queue.selected : (items[0]?.id ?? null);
  return { ...queue, items, total, selected };
}

/** Lets what others have dealt with leave the list; when it was selected, what follows it is selected instead. */
export function sweepGone<One extends Item>(queue: Queue<One>): Queue<One> {
  if (Object.keys(queue.gone).length === 0) return queue;
  const isHere = ({ id }: One) => queue.gone[id] === undefined;
  const at = indexOf(queue, queue.selected);
  const next =
    queue.items.slice(Math.max(at, 0)).find(isHere) ?? queue.items.slice(0, Math.max(at, 0)).findLast(isHere);
  return { ...queue, items: queue.items.filter(isHere), selected: next?.id ?? null, gone: {} };
}

/** Selects the item `step` places on, of those that are still to decide; stays at the ends. */
export function moveSelection<One extends Item>(queue: Queue<One>, step: number): Queue<One> {
  const isGone = queue.selected !== null && queue.gone[queue.selected] !== undefined;
  const swept = sweepGone(queue);
  // What follows an item that has left has come to its place already.
  if (isGone && step > 0) return swept;
  const at = indexOf(swept, swept.selected);
  const to = Math.min(Math.max(at + step, 0), swept.items.length - 1);
  return { ...swept, selected: swept.items[to]?.id ?? null };
}

export type Taken<One extends Item = ClusterSummary> = { queue: Queue<One>; item: One; index: number };

function without<T>(record: Record<string, T>, id: string): Record<string, T> {
  const { [id]: _, ...others } = record;
  return others;
}

/** Takes an item out at once; when it was selected, the one that takes its place is selected, at the end the one before. */
export function takeItem<One extends Item>(before: Queue<One>, id: string): Taken<One> | null {
  const queue = before.gone[id] === undefined ? sweepGone({ ...before, gone: without(before.gone, id) }) : before;
  const index = indexOf(queue, id);
  const item = queue.items[index];
  if (item === undefined) return null;
  const items = queue.items.filter((entry) => entry.id !== id);
  const next = queue.selected === id ? (items[index] ?? items[index - 1])?.id : queue.selected;
  return {
    queue: {
      items,
      selected: next ?? null,
      total: Math.max(queue.total - 1, 0),
      failed: without(queue.failed, id),
      gone: without(queue.gone, id),
    },
    item,
    index,
  };
}

/** Takes several out, as a decision on many does. */
export function takeItems<One extends Item>(queue: Queue<One>, ids: ReadonlySet<string>): Queue<One> {
  const gone = Object.fromEntries([...ids].map((id) => [id, '']));
  const here = queue.items.filter(({ id }) => ids.has(id) && queue.gone[id] === undefined).length;
  return { ...sweepGone({ ...queue, gone: { ...queue.gone, ...gone } }), total: Math.max(queue.total - here, 0) };
}

/** Puts an item back at its place and selects it, with the reason when a decision failed. */
export function putBack<One extends Item>(
  queue: Queue<One>,
  { item, index, reason }: { item: One; index: number; reason?: string },
): Queue<One> {
  const others = queue.items.filter((entry) => entry.id !== item.id);
  const isNew = others.length === queue.items.length;
  const items = [...others.slice(0, index), item, ...others.slice(index)];
  const failed = reason === undefined ? queue.failed : { ...queue.failed, [item.id]: reason };
  const total = queue.total + (isNew ? 1 : 0);
  return { items, selected: item.id, total, failed, gone: without(queue.gone, item.id) };
}

/** Moves an item to the end of what is loaded and selects the one that follows it. */
export function postpone<One extends Item>(queue: Queue<One>, id: string): Queue<One> {
  const taken = takeItem(queue, id);
  if (taken === null || taken.queue.items.length === 0) return queue;
  const first = taken.index >= taken.queue.items.length ? taken.queue.items[0]?.id : taken.queue.selected;
  return { ...taken.queue, items: [...taken.queue.items, taken.item], total: queue.total, selected: first ?? null };
}

/** Place of the selected item from 1, 0 when nothing is selected. */
export const positionOf = (queue: Queue<Item>) => indexOf(queue, queue.selected) + 1;
