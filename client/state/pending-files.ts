import { signal } from '@preact/signals';

/** Files that were dropped on another page and wait for the import page to send them. */
export const pendingFiles = signal<File[]>([]);
