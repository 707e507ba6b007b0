import type { RefObject } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Drawn } from '../charts/draw-chart.ts';
import { type Drawing, type Mark, markAt, moveInGrid } from '../charts/marks.ts';
import { drawHatch, readPalette, type Stage } from '../charts/palette.ts';
import type { Target } from '../state/sentences.ts';
import { themeTurn } from '../state/theme.ts';

type PlotProps = {
  /** Makes the drawing for a width and the colours in force; must be stable between renders of the same figures. */
  draw: (stage: Stage) => Drawing;
  /** What the chart shows, in a sentence. */
  finding: string;
  height: number;
  onPick: (target: Target) => void;
};

function useWidth(host: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!host.current) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    observer.observe(host.current);
    return () => observer.disconnect();
  }, [host]);
  return width;
}

/** Draws on a canvas as soon as the chart library is there, and again when figures, width or colours change. */
function useDrawn(canvas: RefObject<HTMLCanvasElement | null>, drawing: Drawing | null): RefObject<Drawn | null> {
  const drawn = useRef<Drawn>(null);
  useEffect(() => {
    if (!drawing) return;
    let isGone = false;
    void import('../charts/draw-chart.ts').then(({ drawChart }) => {
      if (isGone || !canvas.current) return;
      drawn.current = drawChart(canvas.current, drawing.config);
      canvas.current.dataset['drawn'] = 'true';
    });
    return () => {
      isGone = true;
      drawn.current?.destroy();
      drawn.current = null;
    };
  }, [canvas, drawing]);
  return drawn;
}

/** The row that a chart lies over, where rows are buttons: beside its marks a click means the row. */
const buttonUnder = ({ clientX, clientY, currentTarget }: MouseEvent): HTMLButtonElement | undefined => {
  const card = (currentTarget as Element).closest('.card');
  return document
    .elementsFromPoint(clientX, clientY)
    .find((element) => element instanceof HTMLButtonElement && card?.contains(element)) as
    | HTMLButtonElement
    | undefined;
};

/**
 * A chart whose marks open their sentences: by click, and by arrow keys and Enter. The canvas says what it shows;
 * the mark under the keys is said by a live region, since a canvas has no parts that could take the focus.
 */
export function Plot({ draw, finding, height, onPick }: PlotProps) {
  const host = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = useWidth(host);
  const turn = themeTurn.value;
  const drawing = useMemo(() => {
    if (width === 0) return null;
    const palette = readPalette();
    return draw({ width, palette, hatch: drawHatch(palette.ink3) });
  }, [draw, width, turn]);
  const drawn = useDrawn(canvas, drawing);
  const [cell, setCell] = useState<{ row: number; column: number } | null>(null);
  const mark: Mark | null = (cell && drawing?.grid[cell.row]?.[cell.column]) ?? null;

  const onKeyDown = (event: KeyboardEvent) => {
    if (!drawing) return;
    if (event.key === 'Enter' || event.key === ' ') {
      if (mark) onPick(mark.target);
      event.preventDefault();
      return;
    }
    if (!/^(Arrow|Home$|End$)/.test(event.key)) return;
    event.preventDefault();
    const next = moveInGrid(drawing.grid, cell, event.key);
    setCell(next);
    drawn.current?.activate((next && drawing.grid[next.row]?.[next.column]?.place) ?? null);
  };

  const markOf = (event: MouseEvent) => {
    const place = drawn.current?.hit(event);
    return place && drawing ? markAt(drawing.grid, place) : null;
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: the group is the chart, a fieldset would be a form
    <div
      ref={host}
      class="plot"
      style={{ height: `${height}px` }}
      role="group"
      aria-label="Chart. Arrow keys go from mark to mark, Enter opens the sentences."
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys need a place that has the focus
      tabIndex={0}
      onKeyDown={onKeyDown}
      onBlur={() => {
        setCell(null);
        drawn.current?.activate(null);
      }}
    >
      <canvas
        ref={canvas}
        role="img"
        aria-label={finding}
        onClick={(event) => {
          const hit = markOf(event);
          if (hit) onPick(hit.target);
          else buttonUnder(event)?.click();
        }}
        onMouseMove={(event) => {
          event.currentTarget.style.cursor = markOf(event) || buttonUnder(event) ? 'pointer' : '';
        }}
      />
      <span class="sr" role="status">
        {mark?.label ?? ''}
      </span>
    </div>
  );
}
