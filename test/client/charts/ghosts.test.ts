import { describe, expect, it } from 'vitest';
import { drawGhosts } from '../../../client/charts/ghosts.ts';

/** A pen that writes down where it was put. */
function fakePen() {
  const lines: number[][] = [];
  const rings: number[][] = [];
  const noop = () => undefined;
  const pen = {
    ...{ save: noop, restore: noop, beginPath: noop, stroke: noop, fill: noop, setLineDash: noop },
    moveTo: (x: number, y: number) => lines.push([x, y]),
    lineTo: (x: number, y: number) => lines.push([x, y]),
    arc: (x: number, y: number) => rings.push([x, y]),
  };
  return { pen: pen as unknown as CanvasRenderingContext2D, lines, rings };
}
const axis = (factor: number) => ({ getPixelForValue: (value: number) => value * factor });

describe('where copies move a point', () => {
  it('is a line from the point to a ring at the other figure', () => {
    const { pen, lines, rings } = fakePen();
    const ghost = { from: { x: 1, y: 2 }, to: { x: 3, y: 4 }, colour: 'red' };
    drawGhosts([ghost], { surface: 'white' }).beforeDatasetsDraw({ ctx: pen, scales: { x: axis(10), y: axis(100) } });
    expect(lines).toEqual([
      [10, 200],
      [30, 400],
    ]);
    expect(rings).toEqual([[30, 400]]);
  });

  it('is nothing without axes', () => {
    const { pen, lines } = fakePen();
    const ghost = { from: { x: 1, y: 2 }, to: { x: 3, y: 4 }, colour: 'red' };
    drawGhosts([ghost], { surface: 'white' }).beforeDatasetsDraw({ ctx: pen, scales: {} });
    expect(lines).toEqual([]);
  });
});
