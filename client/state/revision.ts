import { signal } from '@preact/signals';

/** Counts the changes made here to what is stored; whatever is on screen reads its figures again after each. */
export const revision = signal(0);

export function markChanged(): void {
  revision.value += 1;
}
