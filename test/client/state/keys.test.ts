import { afterEach, describe, expect, it } from 'vitest';
import {
  actionOf,
  chooseKey,
  hasChosenKeys,
  KEYS,
  type KeyPage,
  type KeyPress,
  keyOf,
  listKeys,
  parseKeys,
  resetKeys,
} from '../../../client/state/keys.ts';

const PAGES: KeyPage[] = ['duplicates', 'held'];
const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  hasModifier: false,
  isRepeat: false,
  isTyping: false,
  isDialogOpen: false,
  ...more,
});
const actOn = (key: string, more: Partial<KeyPress> = {}, page: KeyPage = 'duplicates') =>
  actionOf(press(key, more), true, page);

afterEach(resetKeys);

describe('the registry of keys', () => {
  it('gives every action a key of its own', () => expect(new Set(KEYS.map(({ key }) => key)).size).toBe(KEYS.length));

  it.each(PAGES)('does on the page “%s” what its buttons say', (page) => {
    for (const { id, label } of listKeys(page)) {
      expect(label).not.toBe('');
      expect(actOn(keyOf(id), {}, page)).toBe(id);
    }
  });

  it('knows an action only where it has a label', () => {
    expect(actOn('s', {}, 'duplicates')).toBe('swap');
    expect(actOn('s', {}, 'held')).toBeUndefined();
  });

  it.each([
    ['while typing', { isTyping: true }],
    ['with a modifier held', { hasModifier: true }],
    ['while a dialog is open', { isDialogOpen: true }],
    ['when held down', { isRepeat: true }],
  ])('does nothing %s', (_, more) => expect(actOn('d', more)).toBeUndefined());

  it('lets only steps repeat', () => {
    expect(actOn('j', { isRepeat: true })).toBe('next');
    expect(actOn('u', { isRepeat: true })).toBeUndefined();
  });

  it('keeps only the help when keys are off', () => {
    const left = KEYS.filter(({ key }) => actionOf(press(key), false, 'duplicates'));
    expect(left.map(({ id }) => id)).toEqual(['help']);
  });

  it('knows no other key', () => expect(actOn('Backspace')).toBeUndefined());
});

describe('another key', () => {
  it('takes the place of the usual one, everywhere', () => {
    expect(chooseKey('remove', 'R')).toBeNull();
    expect(keyOf('remove')).toBe('r');
    expect(actOn('r')).toBe('remove');
    expect(actOn('d')).toBeUndefined();
    resetKeys();
    expect(actOn('d')).toBe('remove');
  });

  it('is refused where another action has it', () => {
    expect(chooseKey('remove', 'f')).toEqual({ taken: 'keepAll' });
    expect(keyOf('remove')).toBe('d');
  });

  it('can be one that was given up', () => {
    chooseKey('keepAll', '2');
    expect(chooseKey('remove', 'f')).toBeNull();
    expect([actOn('2'), actOn('f')]).toEqual(['keepAll', 'remove']);
  });

  it.each(['Enter', 'F5', ' ', 'Tab', ''])('is refused when it is no single sign: “%s”', (key) =>
    expect(chooseKey('remove', key)).toBe('no-key'),
  );

  it('that is the usual one is no change', () => {
    chooseKey('remove', 'r');
    expect(hasChosenKeys()).toBe(true);
    chooseKey('remove', 'd');
    expect(hasChosenKeys()).toBe(false);
  });
});

describe('stored keys', () => {
  it.each([
    ['of nobody', null, {}],
    ['that were chosen', '{"remove":"r"}', { remove: 'r' }],
    ['of an action that is no more', '{"gone":"r"}', {}],
    ['that are no keys', '{"remove":"Enter","keepAll":5}', {}],
    ['that clash', '{"remove":"f"}', {}],
    ['that are broken', '{"remove"', {}],
    ['that are nothing', 'null', {}],
  ])('%s read as they count', (_, stored, wanted) => expect(parseKeys(stored)).toEqual(wanted));
});
