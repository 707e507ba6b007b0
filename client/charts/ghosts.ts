import type { Palette } from './palette.ts';

/** From the figure that is shown to what it would be if copies were counted the other way, in the values of the axes. */
export type Ghost = { from: { x: number; y: number }; to: { x: number; y: number }; colour: string };

type Axis = { getPixelForValue: (value: number) => number };
type OnChart = { ctx: CanvasRenderingContext2D; scales: Partial<Record<string, Axis>> };

const RING = 3;

/** A dotted line from a point to a small hollow ring: where the copies move it. */
export const drawGhosts = (ghosts: readonly Ghost[], { surface }: Pick<Palette, 'surface'>) => ({
  id: 'ghosts',
  beforeDatasetsDraw({ ctx, scales }: OnChart) {
    const { x, y } = scales;
    if (!x || !y) return;
    ctx.save();
    ctx.lineWidth = 1.5;
    ctx.fillStyle = surface;
    for (const { from, to, colour } of ghosts) {
      const end = { x: x.getPixelForValue(to.x), y: y.getPixelForValue(to.y) };
      ctx.strokeStyle = colour;
      ctx.setLineDash([1.5, 2.5]);
      ctx.beginPath();
      ctx.moveTo(x.getPixelForValue(from.x), y.getPixelForValue(from.y));
      ctx.lineTo(end.x, end.y);
      ctx.stroke();
      ctx.setLineDash([]);
      ctx.beginPath();
      ctx.arc(end.x, end.y, RING, 0, 2 * Math.PI);
      ctx.fill();
      ctx.stroke();
    }
    ctx.restore();
  },
});
