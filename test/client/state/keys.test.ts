import { describe, expect, it } from 'vitest';
import { actionOf, KEYS, type KeyPress, keyOf } from '../../../client/state/keys.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  hasModifier: false,
  isRepeat: false,
  isTyping: false,
  isDialogOpen: false,
  ...more,
});

describe('the registry of keys', () => {
  it('gives every action a key of its own', () => expect(new Set(KEYS.map(({ key }) => key)).size).toBe(KEYS.length));

  it.each(KEYS.map(({ id, key }) => [key, id] as const))('%s does what its button says: %s', (key, id) => {
    expect(actionOf(press(key), true)).toBe(id);
    expect(keyOf(id)).toBe(key);
  });

  it.each([
    ['while typing', { isTyping: true }],
    ['with a modifier held', { hasModifier: true }],
    ['while a dialog is open', { isDialogOpen: true }],
    ['when held down', { isRepeat: true }],
  ])('does nothing %s', (_, more) => expect(actionOf(press('d', more), true)).toBeUndefined());

  it('lets only steps repeat', () => {
    expect(actionOf(press('j', { isRepeat: true }), true)).toBe('next');
    expect(actionOf(press('u', { isRepeat: true }), true)).toBeUndefined();
  });

  it('keeps only the help when keys are off', () => {
    expect(KEYS.filter(({ key }) => actionOf(press(key), false)).map(({ id }) => id)).toEqual(['help']);
  });

  it('knows no other key', () => expect(actionOf(press('Backspace'), true)).toBeUndefined());
});
