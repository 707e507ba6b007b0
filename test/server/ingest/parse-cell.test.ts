import { expect, it } from 'vitest';
import { isTrue, parseRating, parseStatus, parseVerified, scaleRating } from '../../../server/ingest/parse-cell.ts';

it.each([
  ['4', 4],
  [' 4.5 ', 4.5],
  ['4,6', 4.6],
  ['1.0 out of 5 stars', 1],
  ['3/5', 3],
  ['5 stars', 5],
  ['1 star', 1],
  ['★★★☆☆', 3],
  ['☆☆☆☆☆', 0],
  ['⭐⭐⭐⭐', 4],
  ['⭐️⭐️', 2],
  ['4 out of 5 stars', 4],
  ['Rated 4.5 out of 5', 4.5],
  ['4,5 / 5', 4.5],
  ['5 ★', 5],
  ['11', 11],
  ['8/10', undefined],
  ['good', undefined],
  ['', undefined],
  ['★★', undefined],
  ['⭐⭐⭐⭐⭐⭐', undefined],
  ['4 out of 10', undefined],
  ['-4', undefined],
])('reads the rating %j as %s', (text, rating) => expect(parseRating(text)).toBe(rating));

it.each([
  ['true', true],
  ['Yes', true],
  ['Verified Purchase', true],
  ['unverified', false],
  ['nothing', false],
  ['email', false],
  ['no', false],
  ['', null],
])('takes %j for verified: %s', (text, verified) => expect(parseVerified(text)).toBe(verified));

it.each([
  ['Published', 'shown'],
  ['Approved', 'shown'],
  ['', 'shown'],
  ['Pending', 'held'],
  ['spam', 'hidden'],
  ['Not_Yet', 'held'],
  ['awaiting  moderation', 'held'],
  ['Archived', 'hidden'],
  ['Rejected', 'hidden'],
  ['Active', 'shown'],
  ['false', 'hidden'],
  ['unpublished', 'hidden'],
  ['Hidden', 'hidden'],
  ['on the moon', 'unknown'],
])('takes the status %j for %s', (text, visibility) => expect(parseStatus(text)).toBe(visibility));

it.each([
  ['yes', true],
  [' TRUE ', true],
  ['1', true],
  ['no', false],
  ['verified', false],
  ['', false],
])('takes %j for yes: %s', (text, yes) => expect(isTrue(text)).toBe(yes));

it.each([
  [8, 0, 10, 4.2],
  [5, 1, 5, 5],
  [7, 1, 10, 3.67],
  [11, 1, 10, 5.44],
  [3, 5, 5, undefined],
  [3, 5, 1, undefined],
  [Number.NaN, 1, 5, undefined],
])('%d on a scale from %d to %d is %s', (value, worst, best, scaled) =>
  expect(scaleRating(value, worst, best)).toBe(scaled),
);
