import { describe, expect, it } from 'vitest';
import { cutDate, dropMarkup, readStars } from '../../../client/pages/imports/preview-cells.ts';

describe('stars of a cell', () => {
  it.each([
    ['4', 4],
    ['4,5', 4.5],
    ['4.0 out of 5 stars', 4],
    ['3/5', 3],
    ['★★★☆☆', 3],
    ['good', null],
    ['★★', null],
  ])('%s → %j', (cell, wanted) => expect(readStars(cell)).toBe(wanted));
});

describe('the day of a cell', () => {
  it.each([
    ['Reviewed in the United States on August 1, 2019', 'August 1, 2019'],
    ['2019-08-01', '2019-08-01'],
  ])('%s → %s', (cell, wanted) => expect(cutDate(cell)).toBe(wanted));
});

describe('a text without markup', () => {
  it.each([
    ['<span>\n  Sharp &amp; quick<br>in the dark.\n</span>', 'Sharp & quick in the dark.'],
    ['<p class="a">One.</p><p>Two&#39;s</p>', "One. Two's"],
    ['a < b and c > d &amp; so on', 'a < b and c > d &amp; so on'],
    ['I <3 it', 'I <3 it'],
    ['<b>&#9999999;</b>', '&#9999999;'],
  ])('%s → %s', (cell, wanted) => expect(dropMarkup(cell)).toBe(wanted));
});
