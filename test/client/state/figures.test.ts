import { describe, expect, it } from 'vitest';
import {
  formatBytes,
  formatDelta,
  formatMargin,
  formatShare,
  formatSigned,
  nameOf,
  nameProduct,
  plural,
} from '../../../client/state/figures.ts';

describe('figures', () => {
  it.each([
    [0.384, '+0.38'],
    [-0.546, '\u22120.55'],
    [0, '0.00'],
    [-0.001, '0.00'],
  ])('shows the signed figure %d as %s with a real minus', (value, wanted) =>
    expect(formatSigned(value, 'en')).toBe(wanted),
  );

  it.each([
    [0.611, undefined, '61\u202f%'],
    [0.072, true, '7.2\u202f%'],
    [0.072, undefined, '7\u202f%'],
    [0, true, '0\u202f%'],
  ])('shows the share %d (fine %s) as %s', (share, fine, wanted) =>
    expect(formatShare(share, { locale: 'en', ...(fine ? { fine } : {}) })).toBe(wanted),
  );

  it('shows half of an interval as its margin', () =>
    expect(formatMargin({ low: -0.6, high: -0.5 }, 'en')).toBe('±0.05'));

  it.each([
    [590, '+590'],
    [-3, '\u22123'],
    [0, '0'],
  ])('shows the difference %d as %s', (value, wanted) => expect(formatDelta(value, 'en')).toBe(wanted));

  it.each([
    [999, '999 B'],
    [9_400_000, '9.4 MB'],
    [412_000, '412 kB'],
  ])('shows %d bytes as %s', (bytes, wanted) => expect(formatBytes(bytes, 'en')).toBe(wanted));

  it.each([
    [1, '1 copy'],
    [4, '4 copies'],
  ])('counts %d in words', (count, wanted) => expect(plural(count, 'copy', 'copies')).toBe(wanted));

  it.each([
    ['night_vision', 'Night vision'],
    ['our-shop', 'Our shop'],
    ['_', '_'],
  ])('names %s %s', (id, wanted) => expect(nameOf(id)).toBe(wanted));

  it.each([
    ['halden-solo', 'Halden Solo'],
    ['iCam 4', 'iCam 4'],
    ['CAM-9X', 'CAM-9X'],
  ])('names the product %s %s', (id, wanted) => expect(nameProduct(id)).toBe(wanted));
});
