import { describe, expect, it } from 'vitest';
import { apiPath, toApiError } from '../../client/api.ts';

describe('the API', () => {
  it('has its queries encoded', () =>
    expect(apiPath('/reviews', { q: 'a&b', product: 'x y' })).toBe('/api/v1/reviews?q=a%26b&product=x+y'));
  it.each([
    [409, '{"detail":"Ann removed it.","title":"Conflict"}', 'Ann removed it.'],
    [502, '<h1>Bad gateway</h1>', 'The server could not answer.'],
    [413, '', 'The request was refused (413).'],
    [400, '{"detail":7}', 'The request was refused (400).'],
  ])('is quoted when it refuses, %d %s', (status, body, wanted) => {
    const error = toApiError(status, body);
    expect([error.status, error.message]).toEqual([status, wanted]);
  });
});
