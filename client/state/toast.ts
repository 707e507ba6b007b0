import { signal } from '@preact/signals';

/** How long a message stays, in milliseconds, not counting the time under pointer or focus. */
export const TOAST_MS = 10_000;

export type Toast = {
  id: number;
  kind: 'done' | 'failed';
  text: string;
  /** What can be done about it, or where to go. */
  action: { label: string; keyId?: 'undo'; run: () => void } | { label: string; href: string } | null;
};

export const toast = signal<Toast | null>(null);
let count = 0;

/** Shows a message in place of the one before: the newest decision is the one that can be taken back here. */
export function showToast(message: Omit<Toast, 'id'>): void {
  count += 1;
  toast.value = { ...message, id: count };
}

export function hideToast(): void {
  toast.value = null;
}
