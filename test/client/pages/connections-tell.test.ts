import { describe, expect, it } from 'vitest';
import { ApiError } from '../../../client/api.ts';
import { readDeliveryFilter } from '../../../client/pages/connections/delivery-filter.ts';
import { readFaults } from '../../../client/pages/connections/form-faults.ts';
import {
  nameEvent,
  shortUrl,
  tellAttempt,
  tellEvery,
  tellHealth,
  tellRun,
} from '../../../client/pages/connections/tell.ts';
import type { WebhookView } from '../../../server/contract/webhooks.ts';

const at = '2026-11-01T10:00:00Z';
const webhook = (more: Partial<WebhookView>): WebhookView =>
  ({ health: 'ok', offReason: null, failingSince: null, lastAttempt: null, waiting: 0, ...more }) as WebhookView;

describe('a connection is told in words', () => {
  it.each([
    [5, 'every 5 minutes'],
    [60, 'every hour'],
    [360, 'every 6 hours'],
    [1440, 'every day'],
    [2880, 'every 2 days'],
    [90, 'every 90 minutes'],
  ])('%s minutes: %s', (minutes, wanted) => expect(tellEvery(minutes)).toBe(wanted));

  it.each([
    [{ at, status: 200, ms: 84, error: null }, '200 in 84 ms'],
    [{ at, status: 500, ms: 2100, error: null }, '500 in 2 s'],
    [{ at, status: null, ms: 10_000, error: 'timed out' }, 'No answer: timed out'],
  ])('an attempt: %j', (attempt, wanted) => expect(tellAttempt(attempt)).toBe(wanted));

  it.each([
    [{}, /^No event was sent yet\.$/],
    [{ health: 'off' }, /^Switched off by hand\.$/],
    [{ health: 'off', offReason: 'Gone (410).', waiting: 2 }, /^Gone \(410\)\. 2 deliveries wait\.$/],
    [{ health: 'failing', failingSince: at, waiting: 1 }, /^Nothing has come through since .* 1 delivery waits\.$/],
    [{ lastAttempt: { at, status: 204, ms: 9, error: null } }, /^Last 204 in 9 ms, /],
  ] as const)('how a receiver fares: %j', (more, wanted) => expect(tellHealth(webhook(more))).toMatch(wanted));

  it('how the last fetch went', () => {
    expect(tellRun({ lastRun: null })).toBe('Not fetched yet');
    expect(tellRun({ lastRun: { at, result: 'failed', detail: 'No such host.' } })).toMatch(
      /^Failed .*: No such host\.$/,
    );
    expect(tellRun({ lastRun: { at, result: 'unchanged', detail: 'The same.' } })).not.toMatch(/same/);
  });

  it('names of events and addresses', () => {
    expect(nameEvent('duplicate.found')).toBe('A copy was found');
    expect(nameEvent('webhook.test')).toBe('Test');
    expect(shortUrl('https://shop.example/hooks?key=1')).toBe('shop.example/hooks');
    expect(shortUrl('https://shop.example/')).toBe('shop.example');
    expect(shortUrl('nonsense')).toBe('nonsense');
  });
});

describe('a refused form', () => {
  const refusal = (errors?: { pointer: string; detail: string }[]) =>
    new ApiError(422, 'Not valid.', { errors } as ApiError['problem']);
  it.each([
    [[{ pointer: '/url', detail: 'must be a URL' }], { fields: { url: 'Must be a URL' }, other: null }],
    [[{ pointer: '/colour', detail: 'is unknown' }], { fields: {}, other: 'is unknown' }],
    [undefined, { fields: {}, other: 'Not valid.' }],
  ])('shows each fault where it belongs: %j', (errors, wanted) =>
    expect(readFaults(refusal(errors), ['url'])).toEqual(wanted),
  );
});

describe('the filter of the log', () => {
  it.each([
    ['failed', 'failed'],
    ['lost', 'all'],
    [null, 'all'],
  ])('%s is %s', (text, wanted) => expect(readDeliveryFilter(text)).toBe(wanted));
});
