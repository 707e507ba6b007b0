import { expect, it } from 'vitest';
import { measureChanged, measureMail, measurePhones } from './personal-data.ts';

it('finds planted e-mail addresses and phone numbers', () => {
  expect(measureMail()).toBeGreaterThanOrEqual(0.99);
  expect(measurePhones()).toBeGreaterThanOrEqual(0.95);
});

it('changes hardly a real review', ({ skip }) => {
  const changed = measureChanged();
  if (changed === undefined && process.env['CI'] !== 'true') skip('the real reviews are not here');
  expect(changed).toBeLessThanOrEqual(0.02);
});
