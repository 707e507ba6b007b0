import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Range, rowsInSight } from '../state/rows-in-sight.ts';

/** How near to the end, in rows, the list may be seen before more is asked for. */
const AHEAD = 60;

/** The part of the list that is in sight, whether the box around it scrolls or the page. */
function useRange(list: RefObject<HTMLElement | null>, row: number, count: number): Range {
  const [range, setRange] = useState<Range>({ from: 0, to: Math.min(count, 40) });
  useEffect(() => {
    let frame = 0;
    const measure = () => {
      frame = 0;
      const box = list.current;
      if (!box?.parentElement || box.offsetParent === null) return;
      const { top } = box.getBoundingClientRect();
      const around = box.parentElement.getBoundingClientRect();
      const upper = Math.max(0, around.top);
      const lower = Math.min(innerHeight, around.bottom);
      const next = rowsInSight({ seen: upper - top, height: lower - upper, row, count });
      setRange((old) => (old.from === next.from && old.to === next.to ? old : next));
    };
    const soon = () => {
      if (frame === 0) frame = requestAnimationFrame(measure);
    };
    measure();
    addEventListener('scroll', soon, { capture: true, passive: true });
    const sizes = new ResizeObserver(soon);
    if (list.current?.parentElement) sizes.observe(list.current.parentElement);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', soon, { capture: true });
      sizes.disconnect();
    };
  }, [list, row, count]);
  return range;
}

export type RowPlace = { place: number; total: number; top: number };

type WindowListProps<Item> = {
  items: readonly Item[];
  /** Height of every row in pixels, as the style sheet has it. */
  row: number;
  total: number;
  /** Place of the row that is rendered wherever the list is scrolled to, since it may have the focus; -1 for none. */
  kept: number;
  onNearEnd: () => void;
  children: (item: Item, place: RowPlace) => ComponentChildren;
};

/** A list of any length of which only the rows in sight are rendered; the box around it may scroll, or the page. */
export function WindowList<Item>({ items, row, total, kept, onNearEnd, children }: WindowListProps<Item>) {
  const list = useRef<HTMLOListElement>(null);
  const { from, to } = useRange(list, row, items.length);
  const isNearEnd = to + AHEAD >= items.length;
  useEffect(() => {
    if (isNearEnd) onNearEnd();
  }, [isNearEnd, items.length, onNearEnd]);
  useEffect(() => {
    const around = list.current?.parentElement;
    if (kept < 0 || !around || around.scrollHeight <= around.clientHeight) return;
    const top = (list.current?.offsetTop ?? 0) + kept * row;
    if (top < around.scrollTop) around.scrollTop = top;
    else if (top + row > around.scrollTop + around.clientHeight) around.scrollTop = top + row - around.clientHeight;
  }, [kept, row]);
  const places = Array.from({ length: Math.max(0, Math.min(to, items.length) - from) }, (_, at) => from + at);
  if (kept >= 0 && kept < from) places.unshift(kept);
  if (kept >= to && kept < items.length) places.push(kept);
  return (
    <ol ref={list} class="window" style={{ height: `${items.length * row}px` }}>
      {places.map((at) => {
        const item = items[at];
        return item === undefined ? null : children(item, { place: at + 1, total, top: at * row });
      })}
    </ol>
  );
}
