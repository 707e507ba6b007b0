import { expect, it } from 'vitest';
import { parseRating, parseStatus, parseVerified } from '../../../server/ingest/parse-cell.ts';

it.each([
  ['4', 4],
  [' 4.5 ', 4.5],
  ['4,6', 4.6],
  ['1.0 out of 5 stars', 1],
  ['3/5', 3],
  ['5 stars', 5],
  ['1 star', 1],
  ['★★★☆☆', 3],
  ['11', 11],
  ['8/10', undefined],
  ['good', undefined],
  ['', undefined],
  ['★★', undefined],
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
  ['unpublished', 'hidden'],
  ['Hidden', 'hidden'],
  ['on the moon', 'unknown'],
])('takes the status %j for %s', (text, visibility) => expect(parseStatus(text)).toBe(visibility));
