import type { DigestSettings, PutDigest, Weekday } from '../../../server/contract/digest.ts';
import { formatInstant } from '../../state/dates.ts';
import { nameProduct, plural } from '../../state/figures.ts';

const WEEKDAYS: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
/** 5 January 2026 was a Monday. */
const MONDAY = Date.UTC(2026, 0, 5);
const DAY_MS = 86_400_000;

/** A day of the week in the reader's language. */
const nameWeekday = (weekday: Weekday, locale?: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(
    MONDAY + WEEKDAYS.indexOf(weekday) * DAY_MS,
  );

/** An hour as the reader writes it: "08:00", "8:00 AM". */
const nameHour = (hour: number, locale?: string): string =>
  new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' }).format(
    MONDAY + hour * 3_600_000,
  );

export const WEEKDAY_OPTIONS = () => WEEKDAYS.map((weekday) => [weekday, nameWeekday(weekday)] as const);
export const HOUR_OPTIONS = () => Array.from({ length: 24 }, (_, hour) => [String(hour), nameHour(hour)] as const);

/** The zones that the browser knows; what is set stands first where it is none of them. */
export const listTimeZones = (chosen: string): string[] => {
  const known = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
  return known.includes(chosen) ? known : [chosen, ...known];
};

type Schedule = Pick<PutDigest, 'weekday' | 'hour' | 'timeZone'>;

/** "Every Monday at 08:00 (Europe/Berlin)". */
export const tellSchedule = ({ weekday, hour, timeZone }: Schedule, locale?: string): string =>
  `Every ${nameWeekday(weekday, locale)} at ${nameHour(hour, locale)} (${timeZone})`;

/** Who gets it: "2 addresses and the webhook crm". */
export function tellGoals({ recipients, webhook }: Pick<DigestSettings, 'recipients' | 'webhook'>, name: string) {
  const goals = [
    ...(recipients.length > 0
      ? [recipients.length === 1 ? (recipients[0] ?? '') : `${recipients.length} addresses`]
      : []),
    ...(webhook === null ? [] : [`the webhook ${name}`]),
  ];
  return goals.length === 0 ? 'nobody' : goals.join(' and ');
}

/** What it is about. */
export const tellProducts = (products: readonly string[]): string =>
  products.length === 0 ? 'all products together' : products.map(nameProduct).join(', ');

/** What became of the last one. */
export function tellLastRun(lastRun: DigestSettings['lastRun']): string {
  if (lastRun === null) return 'None has gone out yet';
  const count = (state: string) => lastRun.mails.filter((mail) => mail.state === state).length;
  const states = [
    [count('sent'), 'sent'],
    [count('waiting'), 'waiting'],
    [count('failed'), 'failed'],
  ] as const;
  const told = states.filter(([n]) => n > 0).map(([n, word]) => `${plural(n, 'mail', 'mails')} ${word}`);
  return `The last one ${formatInstant(lastRun.at)}${told.length > 0 ? `: ${told.join(', ')}` : ''}`;
}
