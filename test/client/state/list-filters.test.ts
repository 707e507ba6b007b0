import { describe, expect, it } from 'vitest';
import {
  CHECKED,
  type ListFilters,
  listActiveOfList,
  readListFilters,
  STATUSES,
  writeListFilters,
} from '../../../client/state/list-filters.ts';
import { ListReviews } from '../../../server/contract/reviews.ts';

const NONE: ListFilters = { words: '', status: '', checked: '', broughtBy: '' };
const all = STATUSES.flatMap(({ value: status }) =>
  CHECKED.flatMap(({ value: checked }) =>
    ['', 'night & day'].map((words) => ({ words, status, checked, broughtBy: words && 'I-7' })),
  ),
);

describe('the filters of the list of reviews', () => {
  it.each(all)('come back as they were written, and the server takes them: %j', (filters) => {
    const query = writeListFilters(filters);
    expect(readListFilters(new URLSearchParams(query))).toEqual(filters);
    expect(ListReviews.safeParse(query).success).toBe(true);
    expect(Object.keys(query).sort()).toEqual(
      listActiveOfList(filters)
        .flatMap(({ drop }) => drop)
        .sort(),
    );
  });

  it('that are not set have no parameter', () => expect(writeListFilters(NONE)).toEqual({}));

  it.each(['status=gone', 'checked=yes', 'checked=', 'q=', 'import=7'])(
    'leave out what the server would refuse: %s',
    (query) => expect(readListFilters(new URLSearchParams(query))).toEqual(NONE),
  );

  it('cut words that are too long for the server', () =>
    expect(readListFilters(new URLSearchParams({ q: 'x'.repeat(300) })).words).toHaveLength(200));

  it('are named in words', () =>
    expect(
      listActiveOfList({ words: 'sand', status: 'pending', checked: 'false', broughtBy: 'I-7' }).map(
        ({ label }) => label,
      ),
    ).toEqual(['sand', 'Held', 'Tags: Not checked', 'Import I-7']));
});
