import type { LinePlugin } from './draw-chart.ts';
import { spreadLabels } from './marks.ts';
import type { Palette } from './palette.ts';
import { figureOf, type TrendPlot } from './trend-plot.ts';

/** Room for names at the line ends, in pixels. */
export const LABEL_ROOM = 168;

/** Names of the series at the ends of their lines, moved apart where they meet. */
export function nameLines(plot: TrendPlot, palette: Palette): LinePlugin {
  return {
    id: 'nameLines',
    afterDatasetsDraw(chart) {
      const ends = plot.series.flatMap(({ label, spots }, dataset) => {
        const index = spots.findLastIndex((spot) => figureOf(spot) !== null);
        const element = chart.getDatasetMeta(dataset).data[index];
        return element ? [{ label, y: element.y, colour: palette.series[dataset] ?? palette.ink }] : [];
      });
      const { top, bottom, right } = chart.chartArea;
      const middles = spreadLabels(
        ends.map((end) => end.y),
        17,
        top + 6,
        bottom - 6,
      );
      chart.ctx.save();
      chart.ctx.font = `500 12px ${palette.font}`;
      chart.ctx.textBaseline = 'middle';
      for (const [at, end] of ends.entries()) {
        chart.ctx.fillStyle = end.colour;
        chart.ctx.fillRect(right + 10, (middles[at] ?? end.y) - 1, 10, 2);
        chart.ctx.fillStyle = palette.ink;
        chart.ctx.fillText(end.label, right + 26, middles[at] ?? end.y, LABEL_ROOM - 30);
      }
      chart.ctx.restore();
    },
  };
}
