import { describe, expect, it } from 'vitest';
import type { StoredReview } from '../../../server/reviews/review-model.ts';
import type { Check } from '../../../server/screening/checks.ts';
import { screenReview } from '../../../server/screening/run-checks.ts';
import { DEFAULT_MODES, toFlag, withModes, withStatusOfFlags } from '../../../server/screening/stored-flag.ts';

const analysis = { sentiment: { label: 'neutral' as const, score: 0 }, mentions: [] };
const check = (id: Check['id'], find: Check['find']): Check => ({
  ...{ id, label: id, description: '', defaultMode: 'note' as const },
  ...(find ? { find } : {}),
});
const found = () => ({ detail: 'found', spans: [] });
const broken = (): never => {
  throw new Error('broken');
};

it('a check that breaks off is a finding that holds, and the others go on', () => {
  const findings = screenReview({ text: 'x' }, analysis, [
    check('link', broken),
    check('burst', undefined),
    check('profanity', found),
  ]);
  expect(findings.map(({ check: id, failed }) => [id, failed])).toEqual([
    ['link', true],
    ['profanity', false],
  ]);
  expect(findings.map((finding) => toFlag(finding, { ...DEFAULT_MODES, link: 'off' }).level)).toEqual(['hold', 'note']);
});

describe('the status that follows from the flags', () => {
  const review = (fields: Partial<StoredReview>, level: 'note' | 'hold' | 'off') =>
    ({
      ...{ status: 'published', statusReason: null, ...fields },
      flags: [{ check: 'link', detail: '', spans: [], failed: false, level }],
    }) as unknown as StoredReview;

  it.each([
    ['published', { status: 'published' }, 'note', 'published'],
    ['published, held', { status: 'published' }, 'hold', 'pending'],
    ['published by a person', { status: 'published', screenCleared: true }, 'hold', 'published'],
    ['held, no longer', { status: 'pending', statusReason: 'screening' }, 'off', 'published'],
    ['pending for another reason', { status: 'pending', statusReason: 'spam' }, 'note', 'pending'],
    ['removed', { status: 'removed', statusReason: 'spam' }, 'hold', 'removed'],
  ] as const)('%s', (_, fields, level, wanted) => expect(withStatusOfFlags(review(fields, level)).status).toBe(wanted));

  it('is the same object where the settings change nothing', () => {
    const settled = review({ status: 'published' }, 'note');
    expect(withModes(settled, DEFAULT_MODES)).toBe(settled);
    expect(withModes(settled, { ...DEFAULT_MODES, link: 'hold' }).status).toBe('pending');
  });
});
