import type { TrendInterval } from '../../server/contract/analytics.ts';
import { formatInterval } from '../state/dates.ts';
import type { LineConfig } from './draw-chart.ts';
import type { Palette } from './palette.ts';

type LineOptions = NonNullable<LineConfig['options']>;
type Axis = NonNullable<NonNullable<LineOptions['scales']>['x']>;

/** What all charts over time have: nothing moves, and the card says how large they are. */
export const STILL = { animation: false, responsive: true, maintainAspectRatio: false } as const;

/** Signs on an axis. */
export const axisText = (palette: Palette) => ({ color: palette.ink3, font: { size: 12, family: palette.font } });

/** The axis of intervals below a line. */
export const timeAxis = (
  { starts, interval }: { starts: string[]; interval: TrendInterval },
  palette: Palette,
): Axis => ({
  grid: { display: false },
  border: { color: palette.lineStrong },
  ticks: {
    ...axisText(palette),
    maxRotation: 0,
    autoSkipPadding: 24,
    callback: (_, index) => formatInterval(starts[index] ?? '', interval),
  },
});
