import { createHash, randomBytes } from 'node:crypto';
import type { CreatedShare, CreateShare, SharedPage, ShareView } from '../contract/views.ts';
import { AppError, notFound } from '../errors.ts';
import { shareId } from '../public-ids.ts';
import { type Bounds, boundsOfQuery } from './share-bounds.ts';
import type { ShareStore, StoredShare } from './share-store.ts';

export interface ShareDeps {
  store: ShareStore;
  nextId: () => Promise<number>;
  actor: () => string;
  /** Where the app is reached from outside, without a slash at the end. */
  publicUrl: string;
  now: () => Date;
}

export type ShareService = ReturnType<typeof createShareService>;

const TOKEN_BYTES = 32;
const MOST_SHARES = 500;
const DAY_MS = 86_400_000;
const USE_NOTED_MS = 3_600_000;

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

const parseBounds = (query: string): Bounds => {
  const bounds = boundsOfQuery(query);
  if (!('faults' in bounds)) return bounds;
  const [first] = bounds.faults;
  throw new AppError('invalid-body', 422, `/query: ${first?.detail}.`, { errors: bounds.faults });
};

/** Links to the figures of one page. A token is a secret of 256 bits; only its hash is stored. */
export function createShareService({ store, nextId, actor, publicUrl, now }: ShareDeps) {
  const toView = (share: StoredShare): ShareView => {
    const bounds = boundsOfQuery(share.query);
    return {
      id: shareId(share._id),
      ...{ title: share.title, page: share.page, query: share.query, owner: share.owner },
      filters: 'faults' in bounds ? {} : bounds.named,
      createdAt: share.createdAt.toISOString(),
      expiresAt: share.expiresAt.toISOString(),
      isExpired: share.expiresAt <= now(),
      lastUsedAt: share.lastUsedAt?.toISOString() ?? null,
    };
  };

  /**
   * What a token opens now. The answer to one that is unknown, expired or withdrawn is the same.
   * @throws AppError 404
   */
  const open = async (token: string): Promise<{ share: StoredShare; bounds: Bounds }> => {
    const share = await store.byTokenHash(hashOf(token));
    const at = now();
    const bounds = share && share.expiresAt > at ? boundsOfQuery(share.query) : undefined;
    // Bounds that are no longer understood would bound nothing.
    if (!share || !bounds || 'faults' in bounds) throw notFound('shared page');
    await store.noteUse(share._id, at, new Date(at.getTime() - USE_NOTED_MS));
    return { share, bounds };
  };

  return {
    list: async (): Promise<ShareView[]> => (await store.list()).map(toView),

    /** @throws AppError 422 for the query, 409 `too-many-shares` */
    async create({ page, query, expiresInDays, title = null }: CreateShare): Promise<CreatedShare> {
      parseBounds(query);
      if ((await store.list()).length >= MOST_SHARES)
        throw new AppError('too-many-shares', 409, `There are ${MOST_SHARES} share links: delete some first.`);
      const token = randomBytes(TOKEN_BYTES).toString('base64url');
      const at = now();
      const share: StoredShare = {
        ...{ _id: await nextId(), tokenHash: hashOf(token), owner: actor(), title, page, query },
        ...{ createdAt: at, expiresAt: new Date(at.getTime() + expiresInDays * DAY_MS), lastUsedAt: null },
      };
      await store.add(share);
      return { ...toView(share), url: `${publicUrl}/shared/${token}`, token };
    },

    /** @throws AppError 404 */
    async remove(id: number): Promise<void> {
      if (!(await store.remove(id))) throw notFound('share link');
    },

    /** @throws AppError 404 */
    async page(token: string): Promise<SharedPage> {
      const { share, bounds } = await open(token);
      const { title, page, query, expiresAt } = share;
      return { title, page, query, filters: bounds.named, expiresAt: expiresAt.toISOString() };
    },

    /** What a token lets one see. @throws AppError 404 */
    bounds: async (token: string): Promise<Bounds> => (await open(token)).bounds,
  };
}
