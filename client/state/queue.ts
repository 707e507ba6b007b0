import type { ClusterSummary } from '../../server/contract/duplicates.ts';

/** The list of clusters as a moderator sees it. `failed` says why a decision on an item was put back. */
export type Queue = {
  items: ClusterSummary[];
  selected: string | null;
  /** Clusters that match, on all pages. */
  total: number;
  failed: Record<string, string>;
};

export const EMPTY_QUEUE: Queue = { items: [], selected: null, total: 0, failed: {} };

const indexOf = (queue: Queue, id: string | null) => queue.items.findIndex((item) => item.id === id);

/** Takes over what was read; the selection stays where it was, else goes to `wanted`, else to the first. */
export function fillQueue(queue: Queue, items: ClusterSummary[], total: number, wanted: string | null): Queue {
  const has = (id: string | null) => id !== null && items.some((item) => item.id === id);
  const selected = has(wanted) ? wanted : has(queue.selected) ? queue.selected : (items[0]?.id ?? null);
  return { ...queue, items, total, selected };
}

/** Selects the item `step` places on; stays at the ends. */
export function moveSelection(queue: Queue, step: number): Queue {
  const at = indexOf(queue, queue.selected);
  const to = Math.min(Math.max(at + step, 0), queue.items.length - 1);
  return { ...queue, selected: queue.items[to]?.id ?? null };
}

export type Taken = { queue: Queue; item: ClusterSummary; index: number };

/** Takes an item out at once; when it was selected, the one that takes its place is selected, at the end the one before. */
export function takeItem(queue: Queue, id: string): Taken | null {
  const index = indexOf(queue, id);
  const item = queue.items[index];
  if (item === undefined) return null;
  const items = queue.items.filter((entry) => entry.id !== id);
  const next = queue.selected === id ? (items[index] ?? items[index - 1])?.id : queue.selected;
  const { [id]: _, ...failed } = queue.failed;
  return { queue: { items, selected: next ?? null, total: Math.max(queue.total - 1, 0), failed }, item, index };
}

/** Puts an item back at its place and selects it, with the reason when a decision failed. */
export function putBack(
  queue: Queue,
  { item, index, reason }: { item: ClusterSummary; index: number; reason?: string },
) {
  const others = queue.items.filter((entry) => entry.id !== item.id);
  const isNew = others.length === queue.items.length;
  const items = [...others.slice(0, index), item, ...others.slice(index)];
  const failed = reason === undefined ? queue.failed : { ...queue.failed, [item.id]: reason };
  return { items, selected: item.id, total: queue.total + (isNew ? 1 : 0), failed } satisfies Queue;
}

/** Moves an item to the end of what is loaded and selects the one that follows it. */
export function postpone(queue: Queue, id: string): Queue {
  const taken = takeItem(queue, id);
  if (taken === null || taken.queue.items.length === 0) return queue;
  const first = taken.index >= taken.queue.items.length ? taken.queue.items[0]?.id : taken.queue.selected;
  return { ...taken.queue, items: [...taken.queue.items, taken.item], total: queue.total, selected: first ?? null };
}

/** Place of the selected item from 1, 0 when nothing is selected. */
export const positionOf = (queue: Queue) => indexOf(queue, queue.selected) + 1;
