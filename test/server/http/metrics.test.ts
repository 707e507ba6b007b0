import { expect, it } from 'vitest';
import { createMetrics } from '../../../server/http/metrics.ts';

it('tells what can be read, and leaves out what fails or does not come', async () => {
  const metrics = createMetrics();
  metrics.measure([
    { name: 'there', help: 'h', read: () => 3 },
    { name: 'soon', help: 'h', read: async () => 4 },
    { name: 'broken', help: 'h', read: () => Promise.reject(new Error('away')) },
    { name: 'hung', help: 'h', read: () => new Promise(() => undefined) },
  ]);
  metrics.countTaken([{ result: 'created' }, { result: 'created' }, { result: 'unchanged' }]);
  metrics.countRefused('bytes');
  const text = await metrics.render();
  expect(text).toMatch(/^there 3$/m);
  expect(text).toMatch(/^soon 4$/m);
  expect(text).not.toMatch(/^(broken|hung) /m);
  expect(text).toMatch(/^reviews_taken_in_total\{result="created"\} 2$/m);
  expect(text).toMatch(/^intake_refused_total\{reason="bytes"\} 1$/m);
});
