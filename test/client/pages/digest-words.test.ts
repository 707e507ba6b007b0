import { describe, expect, it } from 'vitest';
import {
  HOUR_OPTIONS,
  listTimeZones,
  tellGoals,
  tellLastRun,
  tellProducts,
  tellSchedule,
  WEEKDAY_OPTIONS,
} from '../../../client/pages/alerts/digest-words.ts';
import { readAddresses } from '../../../client/pages/alerts/read-addresses.ts';

describe('the digest in words', () => {
  it.each([
    ['en-GB', 'Every Monday at 08:00 (Europe/Berlin)'],
    ['de', 'Every Montag at 08:00 (Europe/Berlin)'],
  ])('names day and hour as in %s', (locale, told) =>
    expect(tellSchedule({ weekday: 'monday', hour: 8, timeZone: 'Europe/Berlin' }, locale)).toBe(told),
  );

  it('has seven days and 24 hours to choose from', () => {
    expect(new Set(WEEKDAY_OPTIONS().map(([, name]) => name)).size).toBe(7);
    expect(new Set(HOUR_OPTIONS().map(([, name]) => name)).size).toBe(24);
  });

  it.each([
    [[], null, 'nobody'],
    [['ann@shop.example'], null, 'ann@shop.example'],
    [['ann@shop.example', 'bo@shop.example'], 'W-1', '2 addresses and the webhook crm'],
  ])('says who gets it', (recipients, webhook, told) => expect(tellGoals({ recipients, webhook }, 'crm')).toBe(told));

  it('says of what', () => {
    expect(tellProducts([])).toBe('all products together');
    expect(tellProducts(['alder-one', 'birch-two'])).toBe('Alder One, Birch Two');
  });

  it('says what became of the last one', () => {
    const mail = (state: 'sent' | 'failed') => ({ to: 'a@b.example', state, tries: 1, error: null, at: null });
    expect(tellLastRun(null)).toBe('None has gone out yet');
    expect(
      tellLastRun({ at: '2026-11-16T08:00:00.000Z', mails: [mail('sent'), mail('sent'), mail('failed')] }),
    ).toMatch(/: 2 mails sent, 1 mail failed$/);
    expect(tellLastRun({ at: '2026-11-16T08:00:00.000Z', mails: [] })).not.toContain(':\u0020mails');
  });

  it('keeps a zone that the browser does not know', () => {
    expect(listTimeZones('UTC')[0]).toBe('UTC');
    expect(listTimeZones('Mars/Olympus')[0]).toBe('Mars/Olympus');
  });

  it('reads addresses however they are set apart', () =>
    expect(readAddresses(' a@b.example;c@d.example,\n e@f.example ')).toEqual([
      'a@b.example',
      'c@d.example',
      'e@f.example',
    ]));
});
