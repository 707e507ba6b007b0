import { expect } from 'vitest';
import type { ImportView } from '../../../server/contract/imports.ts';

/** Imports through the API of a running server. */
export function importsOf(url: () => string) {
  const call = async <T>(method: string, path: string, body?: string) => {
    const answer = await fetch(`${url()}/api/v1${path}`, {
      method,
      ...(body === undefined ? {} : { body, headers: { 'Content-Type': 'application/x-ndjson' } }),
    });
    return { status: answer.status, body: (await answer.json()) as T };
  };
  const get = async (id: string): Promise<ImportView> => (await call<ImportView>('GET', `/imports/${id}`)).body;
  const settled = async (id: string): Promise<ImportView> => {
    const isBusy = (view: ImportView) => ['queued', 'running', 'undoing', 'redoing'].includes(view.state);
    await expect.poll(async () => isBusy(await get(id)), { timeout: 300_000, interval: 100 }).toBe(false);
    return get(id);
  };
  return {
    get,
    settled,
    /** Starts an import; `query` beside product and source. */
    async post(file: string, query = ''): Promise<ImportView> {
      const answer = await call<ImportView>('POST', `/imports?product=cam&source=shop&filename=a.ndjson${query}`, file);
      expect(answer.status).toBe(202);
      return answer.body;
    },
    /** Imports to the end. */
    async importAll(file: string, query = ''): Promise<ImportView> {
      return settled((await this.post(file, query)).id);
    },
    ask: (id: string, operation: string) =>
      call<ImportView & { detail?: string }>('POST', `/imports/${id}/${operation}`),
    /** Asks, and waits for what comes of it. */
    async carryOut(id: string, operation: 'undo' | 'redo' | 'confirm'): Promise<ImportView> {
      const answer = await call<ImportView>('POST', `/imports/${id}/${operation}`);
      expect(answer, operation).toMatchObject({ status: 202 });
      return settled(answer.body.id);
    },
  };
}
