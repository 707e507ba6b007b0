import { createShareService, type ShareDeps } from './share-service.ts';
import { createShareStore } from './share-store.ts';
import { createViewService } from './view-service.ts';
import { createViewStore } from './view-store.ts';

export interface ViewsDeps extends Pick<ShareDeps, 'actor' | 'publicUrl' | 'now'> {
  connection: Parameters<typeof createViewStore>[0];
  nextId: (of: 'views' | 'shares') => Promise<number>;
}

/** Saved views and share links. */
export function createViews({ connection, nextId, actor, publicUrl, now }: ViewsDeps) {
  const views = createViewStore(connection);
  const shares = createShareStore(connection);
  return {
    views: createViewService({ store: views, nextId: () => nextId('views'), actor, now }),
    shares: createShareService({ store: shares, nextId: () => nextId('shares'), actor, publicUrl, now }),
    async prepare() {
      await Promise.all([views.prepare(), shares.prepare()]);
    },
  };
}
