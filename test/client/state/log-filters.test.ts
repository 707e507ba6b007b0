import { describe, expect, it } from 'vitest';
import { readLogFilters } from '../../../client/state/log-filters.ts';

describe('filters of the log', () => {
  it.each([
    ['moderator=Ann&action=remove&reason=spam&undone=false&from=2026-01-01&to=2026-02-01&cluster=C-1&bulk=B-2', 8],
    ['action=delete&reason=bad&undone=maybe', 0],
    ['from=yesterday&to=2026-13-01', 0],
    ['cluster=5&bulk=C-1&moderator=', 0],
    ['list=held', 0],
  ])('of %s are those that the server knows', (query, count) =>
    expect(Object.keys(readLogFilters(new URLSearchParams(query)))).toHaveLength(count),
  );
});
