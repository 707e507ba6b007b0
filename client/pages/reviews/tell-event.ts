import type { ReviewHistory } from '../../../server/contract/reviews.ts';

type Event = ReviewHistory['items'][number];

/** What an event says besides its name, with features by their labels: "Night vision: negative, App: not mentioned". */
export function tellEvent({ event, detail }: Pick<Event, 'event' | 'detail'>, labelOf: (feature: string) => string) {
  if (detail === null || !['tags-corrected', 'correction-taken-back'].includes(event)) return detail;
  return detail
    .split(', ')
    .map((part) => {
      const [feature = '', ...said] = part.split(': ');
      return [labelOf(feature), ...said].join(': ');
    })
    .join(', ');
}
