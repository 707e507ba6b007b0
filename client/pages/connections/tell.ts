import type { PullView } from '../../../server/contract/pull.ts';
import type { DeliveredEvent, DeliveryAttempt, WebhookEvent, WebhookView } from '../../../server/contract/webhooks.ts';
import { formatInstant } from '../../state/dates.ts';
import { formatCount, plural } from '../../state/figures.ts';

export const EVENTS: readonly { event: WebhookEvent; label: string }[] = [
  { event: 'review.created', label: 'A review was stored' },
  { event: 'duplicate.found', label: 'A copy was found' },
  { event: 'decision.made', label: 'A decision was made' },
  { event: 'decision.undone', label: 'A decision was undone' },
];

const OTHER_EVENTS: Partial<Record<DeliveredEvent, string>> = {
  'alert.fired': 'An alert fired',
  'digest.sent': 'The digest was sent',
  'webhook.test': 'Test',
};

/** What a receiver is told of, in words. */
export const nameEvent = (event: DeliveredEvent): string =>
  EVENTS.find((entry) => entry.event === event)?.label ?? OTHER_EVENTS[event] ?? event;

const SECOND_MS = 1000;

/** One try in words: "200 in 84 ms", "No answer: timed out". */
export function tellAttempt({ status, ms, error }: DeliveryAttempt): string {
  const time = ms < SECOND_MS ? `${formatCount(ms)} ms` : `${formatCount(Math.round(ms / SECOND_MS))} s`;
  if (status === null) return `No answer${error ? `: ${error}` : ''}`;
  return `${status} in ${time}${error ? `: ${error}` : ''}`;
}

/** How a receiver fares, in a line. */
export function tellHealth({ health, offReason, failingSince, lastAttempt, waiting }: WebhookView): string {
  const queue = waiting > 0 ? ` ${plural(waiting, 'delivery waits', 'deliveries wait')}.` : '';
  if (health === 'off') return `${offReason ?? 'Switched off by hand.'}${queue}`;
  if (health === 'failing' && failingSince)
    return `Nothing has come through since ${formatInstant(failingSince)}.${queue}`;
  if (lastAttempt === null) return `No event was sent yet.${queue}`;
  return `Last ${tellAttempt(lastAttempt)}, ${formatInstant(lastAttempt.at)}.${queue}`;
}

const HOUR = 60;
const DAY = 24 * HOUR;

/** Schedules on offer, in minutes. */
export const SCHEDULES: readonly number[] = [15, HOUR, 6 * HOUR, DAY, 7 * DAY];

/** "every 15 minutes", "every hour", "every 2 days". */
export function tellEvery(minutes: number): string {
  const [count, unit] =
    minutes % DAY === 0
      ? [minutes / DAY, 'day']
      : minutes % HOUR === 0
        ? [minutes / HOUR, 'hour']
        : [minutes, 'minute'];
  return count === 1 ? `every ${unit}` : `every ${formatCount(count)} ${unit}s`;
}

const RESULTS = { imported: 'Imported', unchanged: 'Not changed', failed: 'Failed' } as const;

/** What the last fetch came to, in a line; the detail of a failure says what is wrong. */
export function tellRun({ lastRun }: Pick<PullView, 'lastRun'>): string {
  if (lastRun === null) return 'Not fetched yet';
  const detail = lastRun.result === 'failed' && lastRun.detail ? `: ${lastRun.detail}` : '';
  return `${RESULTS[lastRun.result]} ${formatInstant(lastRun.at)}${detail}`;
}

/** The host and path of an address, for a list; the whole is shown where there is room. */
export function shortUrl(url: string): string {
  if (!URL.canParse(url)) return url;
  const { host, pathname } = new URL(url);
  return `${host}${pathname === '/' ? '' : pathname}`;
}
