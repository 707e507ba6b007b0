import type { CreateView, PatchView, SavedView } from '../contract/views.ts';
import { AppError, notFound } from '../errors.ts';
import { viewId } from '../public-ids.ts';
import type { StoredView, ViewStore } from './view-store.ts';

export interface ViewDeps {
  store: ViewStore;
  nextId: () => Promise<number>;
  /** Whose views they are. */
  actor: () => string;
  now: () => Date;
}

export type ViewService = ReturnType<typeof createViewService>;

const MOST_VIEWS = 200;

const toView = ({ _id, createdAt, updatedAt, ...view }: StoredView): SavedView => ({
  id: viewId(_id),
  ...view,
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
});

/** States of pages under a name. Only its owner changes or deletes one; to anybody else it is not there. */
export function createViewService({ store, nextId, actor, now }: ViewDeps) {
  return {
    list: async (): Promise<SavedView[]> => (await store.seenBy(actor())).map(toView),

    /** @throws AppError 409 `too-many-views` */
    async create({ shared = false, ...rest }: CreateView): Promise<SavedView> {
      const owner = actor();
      if ((await store.countOf(owner)) >= MOST_VIEWS)
        throw new AppError('too-many-views', 409, `There are ${MOST_VIEWS} saved views, which is the most.`);
      const at = now();
      const view: StoredView = { _id: await nextId(), owner, ...rest, shared, createdAt: at, updatedAt: at };
      await store.add(view);
      return toView(view);
    },

    /** @throws AppError 404 */
    async patch(id: number, patch: PatchView): Promise<SavedView> {
      const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
      const view = await store.change(id, actor(), { ...given, updatedAt: now() });
      if (!view) throw notFound('saved view');
      return toView(view);
    },

    /** @throws AppError 404 */
    async remove(id: number): Promise<void> {
      if (!(await store.remove(id, actor()))) throw notFound('saved view');
    },
  };
}
