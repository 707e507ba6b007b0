import { signal } from '@preact/signals';
import { readStored, writeStored } from './theme.ts';

/**
 * The one registry of keys: it feeds the handler, the help, the hints on buttons and `aria-keyshortcuts`, so that
 * what is said is what works.
 */
export const KEYS = [
  { id: 'remove', key: 'd', label: 'Remove the copies' },
  { id: 'keepAll', key: 'f', label: 'Not duplicates' },
  { id: 'swap', key: 's', label: 'Swap: keep the copy on the right instead' },
  { id: 'exclude', key: 'x', label: 'Keep this copy too, or remove it after all' },
  { id: 'later', key: 'e', label: 'Later: to the end of the list' },
  { id: 'next', key: 'j', label: 'Next in the list' },
  { id: 'previous', key: 'k', label: 'Previous in the list' },
  { id: 'nextCopy', key: 'n', label: 'Next copy of this cluster' },
  { id: 'undo', key: 'u', label: 'Undo the last decision' },
  { id: 'help', key: '?', label: 'Show the keys' },
] as const;

export type KeyId = (typeof KEYS)[number]['id'];

/** The key of an action, as written on its button. */
export const keyOf = (id: KeyId): string => KEYS.find((entry) => entry.id === id)?.key ?? '';

/** Single keys can be switched off (WCAG 2.1.4); `?` stays, or nobody could switch them on again without a mouse. */
export const keysOn = signal(true);

export function startKeys(): void {
  keysOn.value = readStored('keys') !== 'off';
}

export function chooseKeys(isOn: boolean): void {
  keysOn.value = isOn;
  writeStored('keys', isOn ? 'on' : 'off');
}

/** What matters of a key press: the key, its modifiers, and where it went. */
export type KeyPress = {
  key: string;
  hasModifier: boolean;
  isRepeat: boolean;
  /** The focus is in a field that takes letters. */
  isTyping: boolean;
  isDialogOpen: boolean;
};

/** The action of a key press, or undefined: keys are off while typing, with a modifier held and in dialogs. */
export function actionOf(press: KeyPress, isOn: boolean): KeyId | undefined {
  if (press.hasModifier || press.isTyping || press.isDialogOpen) return undefined;
  const action = KEYS.find((entry) => entry.key === press.key)?.id;
  if (action === undefined || (!isOn && action !== 'help')) return undefined;
  const mayRepeat = action === 'next' || action === 'previous';
  return press.isRepeat && !mayRepeat ? undefined : action;
}

const TYPING = 'input:not([type=checkbox],[type=radio],[type=button]), textarea, select, [contenteditable=true]';

/** Reads a key event of the page as a `KeyPress`. */
export function toKeyPress(event: KeyboardEvent): KeyPress {
  const target = event.target instanceof Element ? event.target : null;
  return {
    key: event.key.length === 1 ? event.key.toLowerCase() : event.key,
    hasModifier: event.ctrlKey || event.metaKey || event.altKey,
    isRepeat: event.repeat,
    isTyping: target?.closest(TYPING) != null,
    isDialogOpen: document.querySelector('dialog[open]') !== null,
  };
}
