import { getCsv, toApiFailure } from '../api.ts';
import type { Query } from './filters.ts';
import { showToast } from './toast.ts';

/** Downloads a list as CSV: all that match, not only what is on screen. A failure is told. */
export async function downloadCsv(path: string, query: Query, filename: string): Promise<void> {
  try {
    const address = URL.createObjectURL(await getCsv(path, query));
    const link = document.createElement('a');
    link.href = address;
    link.download = filename;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  } catch (error) {
    showToast({ kind: 'failed', text: `The CSV did not download. ${toApiFailure(error).message}`, action: null });
  }
}
