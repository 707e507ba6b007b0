import type { Palette } from '../../../client/charts/palette.ts';

/** Colours whose names tell what they are for. */
export const palette: Palette = {
  surface: 'surface',
  line: 'line',
  lineStrong: 'lineStrong',
  ink: '#000000',
  ink2: 'ink2',
  ink3: 'ink3',
  solid: 'solid',
  onSolid: 'onSolid',
  accent: 'accent',
  negative: 'negative',
  mixed: 'mixed',
  neutral: 'neutral',
  positive: 'positive',
  series: ['one', 'two', 'three', 'four', 'five', 'six'],
  stars: ['five', 'four', 'three', 'two', 'one'],
  font: 'font',
};
