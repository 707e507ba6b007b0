const TOKENS = {
  surface: '--surface',
  line: '--line',
  lineStrong: '--line-strong',
  ink: '--ink',
  ink2: '--ink-2',
  ink3: '--ink-3',
  solid: '--solid',
  onSolid: '--on-solid',
  accent: '--accent',
  negative: '--neg',
  mixed: '--mixed',
  neutral: '--neutral',
  positive: '--pos',
} as const;

/** Series of a chart that also speaks of sentiment: blue and orange (1 and 2) are left out, they mean judgement there. */
const SERIES = ['--cat-3', '--cat-4', '--cat-5', '--cat-6', '--cat-7', '--cat-8'] as const;

/** One to five stars run from blame to praise, three stars are neither; five stars first. */
const STARS = ['--div-p3', '--div-p2', '--neutral', '--div-n2', '--div-n3'] as const;

/** Most series in one chart: each has its own colour, dash and point shape. */
export const MAX_SERIES = SERIES.length;

export type Palette = Record<keyof typeof TOKENS, string> & { series: string[]; stars: string[]; font: string };

/** What a chart is drawn on: its width in CSS pixels, the colours of the current theme, and a hatch for copies. */
export type Stage = { width: number; palette: Palette; hatch: CanvasPattern | string };

/** Reads the colours that are in force now. */
export function readPalette(root: Element = document.documentElement): Palette {
  const style = getComputedStyle(root);
  const read = (name: string) => style.getPropertyValue(name).trim();
  const colours = Object.fromEntries(Object.entries(TOKENS).map(([name, token]) => [name, read(token)]));
  return {
    ...(colours as Record<keyof typeof TOKENS, string>),
    series: SERIES.map(read),
    stars: STARS.map(read),
    font: read('--font'),
  };
}

/** Diagonal lines in `colour`, 6 CSS pixels apart. */
export function drawHatch(colour: string): CanvasPattern | string {
  const tile = document.createElement('canvas');
  tile.width = 6;
  tile.height = 6;
  const pen = tile.getContext('2d');
  if (!pen) return colour;
  pen.strokeStyle = colour;
  pen.lineWidth = 1.5;
  pen.beginPath();
  for (const shift of [-6, 0, 6]) {
    pen.moveTo(shift - 1, 7);
    pen.lineTo(shift + 7, -1);
  }
  pen.stroke();
  return pen.createPattern(tile, 'repeat') ?? colour;
}
