/** Rows rendered beyond each edge of what is seen, so that scrolling meets no gaps. */
const SPARE = 12;
/** Rows by which the window moves: a render for each would be one a frame. */
const STEP = 8;
export type Range = { from: number; to: number };

/** Which rows to render where `seen` pixels of the list are hidden above and `height` are in sight. Pure. */
export function rowsInSight({
  seen,
  height,
  row,
  count,
}: {
  seen: number;
  height: number;
  row: number;
  count: number;
}): Range {
  const first = Math.floor(Math.max(0, seen) / row) - SPARE;
  const last = Math.ceil((Math.max(0, seen) + Math.max(0, height)) / row) + SPARE;
  const from = Math.max(0, Math.floor(first / STEP) * STEP);
  return { from: Math.min(from, Math.max(0, count - 1)), to: Math.min(count, Math.ceil(last / STEP) * STEP) };
}
