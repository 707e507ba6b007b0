import { signal } from '@preact/signals';
import { readStored, writeStored } from './theme.ts';

/** Pages that have keys of their own. */
export type KeyPage = 'duplicates' | 'held';

/**
 * The one registry of keys: it feeds the handler, the help, the hints on buttons and `aria-keyshortcuts`, so that
 * what is said is what works. An action has a label on each page that knows it.
 */
export const KEYS = [
  { id: 'remove', key: 'd', labels: { duplicates: 'Remove the copies', held: 'Remove the review' } },
  { id: 'keepAll', key: 'f', labels: { duplicates: 'Not duplicates', held: 'Publish the review' } },
  { id: 'swap', key: 's', labels: { duplicates: 'Swap: keep the copy on the right instead' } },
  { id: 'exclude', key: 'x', labels: { duplicates: 'Keep this copy too, or remove it after all' } },
  {
    id: 'later',
    key: 'e',
    labels: { duplicates: 'Later: to the end of the list', held: 'Later: to the end of the list' },
  },
  {
    id: 'note',
    key: 'n',
    labels: { duplicates: 'Write a note for the decision', held: 'Write a note for the decision' },
  },
  { id: 'undo', key: 'u', labels: { duplicates: 'Undo the last decision', held: 'Undo the last decision' } },
  { id: 'next', key: 'j', labels: { duplicates: 'Next in the list', held: 'Next in the list' } },
  { id: 'previous', key: 'k', labels: { duplicates: 'Previous in the list', held: 'Previous in the list' } },
  { id: 'nextCopy', key: 'c', labels: { duplicates: 'Next copy of this cluster' } },
  { id: 'claim', key: 'a', labels: { duplicates: 'Claim this cluster, give it back, or take it over' } },
  { id: 'mark', key: 'm', labels: { duplicates: 'Select this cluster to decide many at once' } },
  { id: 'filter', key: '/', labels: { duplicates: 'Go to the filters', held: 'Go to the filters' } },
  { id: 'help', key: '?', labels: { duplicates: 'Show the keys', held: 'Show the keys' } },
] as const satisfies readonly { id: string; key: string; labels: Partial<Record<KeyPage, string>> }[];

export type KeyId = (typeof KEYS)[number]['id'];
type KeyMap = Partial<Record<KeyId, string>>;

/** Keys of a reader's own choice, in place of those above. */
const chosenKeys = signal<KeyMap>({});

/** The key of an action, as written on its button. */
export const keyOf = (id: KeyId): string => chosenKeys.value[id] ?? KEYS.find((entry) => entry.id === id)?.key ?? '';

/** Whether any key was changed. */
export const hasChosenKeys = (): boolean => Object.keys(chosenKeys.value).length > 0;

/** The actions of a page, in the order of the help. */
export function listKeys(page: KeyPage): { id: KeyId; label: string }[] {
  return KEYS.flatMap(({ id, labels }) => {
    const label = (labels as Partial<Record<KeyPage, string>>)[page];
    return label === undefined ? [] : [{ id, label }];
  });
}

/** Single keys can be switched off (WCAG 2.1.4); the help stays, or nobody could switch them on again without a mouse. */
export const keysOn = signal(true);

/** One visible character: what every keyboard can type without a modifier that browsers want for themselves. */
const isKey = (key: string) => /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(key);

/** Reads stored keys; what is no key, or is there twice, is left out. Pure. */
export function parseKeys(stored: string | null): KeyMap {
  let parsed: unknown;
  try {
    parsed = JSON.parse(stored ?? '{}');
  } catch {
    return {};
  }
  const map: KeyMap = {};
  for (const { id } of KEYS) {
    const key = (parsed as Record<string, unknown> | null)?.[id];
    if (typeof key === 'string' && isKey(key)) map[id] = key;
  }
  const keys = KEYS.map(({ id, key }) => map[id] ?? key);
  return new Set(keys).size === keys.length ? map : {};
}

export function startKeys(): void {
  keysOn.value = readStored('keys') !== 'off';
  chosenKeys.value = parseKeys(readStored('key-map'));
}

export function chooseKeys(isOn: boolean): void {
  keysOn.value = isOn;
  writeStored('keys', isOn ? 'on' : 'off');
}

function keep(map: KeyMap): void {
  chosenKeys.value = map;
  writeStored('key-map', JSON.stringify(map));
}

/** Gives an action another key. Answers why not: it is no single character, or the action `taken` has it. */
export function chooseKey(id: KeyId, pressed: string): 'no-key' | { taken: KeyId } | null {
  const key = pressed.toLowerCase();
  if (!isKey(key)) return 'no-key';
  const taken = KEYS.find((entry) => entry.id !== id && keyOf(entry.id) === key);
  if (taken) return { taken: taken.id };
  const { [id]: _, ...others } = chosenKeys.value;
  const isUsual = KEYS.some((entry) => entry.id === id && entry.key === key);
  keep(isUsual ? others : { ...others, [id]: key });
  return null;
}

/** All keys as they are when nobody has changed any. */
export const resetKeys = (): void => keep({});

/** What matters of a key press: the key, its modifiers, and where it went. */
export type KeyPress = {
  key: string;
  hasModifier: boolean;
  isRepeat: boolean;
  /** The focus is in a field that takes letters. */
  isTyping: boolean;
  isDialogOpen: boolean;
};

/** The action of a key press on a page, or undefined: keys are off while typing, with a modifier held and in dialogs. */
export function actionOf(press: KeyPress, isOn: boolean, page: KeyPage): KeyId | undefined {
  if (press.hasModifier || press.isTyping || press.isDialogOpen) return undefined;
  const action = listKeys(page).find(({ id }) => keyOf(id) === press.key)?.id;
  if (action === undefined || (!isOn && action !== 'help')) return undefined;
  const mayRepeat = action === 'next' || action === 'previous';
  return press.isRepeat && !mayRepeat ? undefined : action;
}

const TYPING = 'input:not([type=checkbox],[type=radio],[type=button]), textarea, select, [contenteditable=true]';
const isLetter = (key: string) => /^\p{L}$/u.test(key);

/** Reads a key event of the page as a `KeyPress`. Shift is a modifier of letters; signs such as `?` need it. */
export function toKeyPress(event: KeyboardEvent): KeyPress {
  const target = event.target instanceof Element ? event.target : null;
  return {
    key: event.key.length === 1 ? event.key.toLowerCase() : event.key,
    hasModifier: event.ctrlKey || event.metaKey || event.altKey || (event.shiftKey && isLetter(event.key)),
    isRepeat: event.repeat,
    isTyping: target?.closest(TYPING) != null,
    isDialogOpen: document.querySelector('dialog[open]') !== null,
  };
}
