/** Below this many reviews a net figure says more about chance than about the camera: "too few" is shown instead. */
export const TOO_FEW = 10;

const MINUS = '\u2212';
const NARROW_SPACE = '\u202f';

/** 12480 → "12,480" in the reader's locale. */
export const formatCount = (value: number, locale?: string) => new Intl.NumberFormat(locale).format(value);

/** Two decimals with a sign and a real minus, 0 without a sign: −1 to 1 for a net, any difference of two figures. */
export function formatSigned(value: number, locale?: string): string {
  const text = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    signDisplay: 'exceptZero',
  }).format(value);
  return text.replace('-', MINUS);
}

/** Two decimals, as stars are shown. */
export const formatStars = (value: number, locale?: string) =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value);

/** Half the width of a 95 % interval: "±0.05". */
export const formatMargin = (estimate: { low: number; high: number }, locale?: string) =>
  `±${formatStars((estimate.high - estimate.low) / 2, locale)}`;

/** A share from 0 to 1 as whole per cents, one decimal below ten when `fine`. */
export function formatShare(share: number, options: { locale?: string; fine?: boolean } = {}): string {
  const digits = options.fine && share < 0.1 && share > 0 ? 1 : 0;
  const text = new Intl.NumberFormat(options.locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(share * 100);
  return `${text}${NARROW_SPACE}%`;
}

/** A signed whole number: "+590", "−3", "0". */
export const formatDelta = (value: number, locale?: string) =>
  new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' }).format(value).replace('-', MINUS);

/** "1 copy", "4 copies": the count in the reader's locale. */
export const plural = (count: number, one: string, many: string) => `${formatCount(count)} ${count === 1 ? one : many}`;

/** Bytes in steps of 1000, as file managers show them. */
export function formatBytes(bytes: number, locale?: string): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const;
  let value = bytes;
  let step = 0;
  while (value >= 1000 && step < units.length - 1) {
    value /= 1000;
    step += 1;
  }
  const digits = step > 0 && value < 10 ? 1 : 0;
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value)} ${units[step]}`;
}

/** `night-vision_pro` → "Night vision pro": a readable name for an id that carries none. */
export function nameOf(id: string): string {
  const words = id.replaceAll(/[_-]+/g, ' ').trim();
  return words === '' ? id : words.charAt(0).toUpperCase() + words.slice(1);
}

/** `tarn-outdoor-2` → "Tarn Outdoor 2"; an id that has capitals or spaces of its own stays as it is. */
export function nameProduct(id: string): string {
  if (/[A-Z\s]/.test(id)) return id;
  return id
    .split(/[-_]+/)
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
