import { signal } from '@preact/signals';

export type Theme = 'system' | 'light' | 'dark';
const THEMES: readonly Theme[] = ['system', 'light', 'dark'];
const KEY = 'theme';

export const theme = signal<Theme>('system');
/** Counts up whenever the colours on screen may have changed: charts read the tokens again. */
export const themeTurn = signal(0);

/** The theme that the switch goes to next. */
export const nextTheme = (current: Theme): Theme => THEMES[(THEMES.indexOf(current) + 1) % THEMES.length] ?? 'system';

function show(choice: Theme): void {
  if (choice === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = choice;
  theme.value = choice;
  themeTurn.value += 1;
}

/** Takes the stored choice and follows the system's own changes. Called once, before the first render. */
export function startTheme(): void {
  const stored = readStored(KEY);
  show(THEMES.find((entry) => entry === stored) ?? 'system');
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    themeTurn.value += 1;
  });
}

/** Shows a theme and remembers it. */
export function chooseTheme(choice: Theme): void {
  writeStored(KEY, choice);
  show(choice);
}

/** Browsers that keep nothing (private windows, policies) throw on access: the choice then lasts for the visit. */
export function readStored(name: string): string | null {
  try {
    return localStorage.getItem(`reviewfinder.${name}`);
  } catch {
    return null;
  }
}

export function writeStored(name: string, value: string): void {
  try {
    localStorage.setItem(`reviewfinder.${name}`, value);
  } catch {
    // See readStored.
  }
}
