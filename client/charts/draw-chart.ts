import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  type Plugin,
  PointElement,
  ScatterController,
  Tooltip,
  type TooltipOptions,
} from 'chart.js';

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  ScatterController,
  Tooltip,
);

export type BarConfig = ChartConfiguration<'bar', ([number, number] | null)[], string>;
export type LineConfig = ChartConfiguration<'line', (number | null)[], string>;
export type ScatterConfig = ChartConfiguration<'scatter', { x: number; y: number }[], string>;
export type BarPlugin = Plugin<'bar'>;
export type LinePlugin = Plugin<'line'>;
export type ScatterPlugin = Plugin<'scatter'>;
export type Tips = Pick<
  TooltipOptions<'bar' | 'line' | 'scatter'>,
  'backgroundColor' | 'titleColor' | 'bodyColor' | 'padding' | 'cornerRadius' | 'displayColors' | 'caretSize'
>;

/** A mark of a chart: its series and its place in it. */
export type Place = { dataset: number; index: number };

export type Drawn = {
  /** The mark under the pointer, if any. */
  hit: (event: MouseEvent) => Place | null;
  /** Shows a mark as chosen, with its tooltip; null shows none. */
  activate: (place: Place | null) => void;
  destroy: () => void;
};

/** Draws a configuration on a canvas whose parent has a height. The only place that touches Chart.js. */
export function drawChart(canvas: HTMLCanvasElement, config: BarConfig | LineConfig | ScatterConfig): Drawn {
  const chart = new Chart(canvas, config as ChartConfiguration);
  return {
    hit: (event) => {
      const [element] = chart.getElementsAtEventForMode(event, 'nearest', { intersect: true }, true);
      return element ? { dataset: element.datasetIndex, index: element.index } : null;
    },
    activate: (place) => {
      const element = place && chart.getDatasetMeta(place.dataset).data[place.index];
      const active = place && element ? [{ datasetIndex: place.dataset, index: place.index }] : [];
      chart.setActiveElements(active);
      const { x, y } = element ? element.tooltipPosition(true) : { x: 0, y: 0 };
      chart.tooltip?.setActiveElements(active, { x, y });
      chart.update('none');
    },
    destroy: () => chart.destroy(),
  };
}
