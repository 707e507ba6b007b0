import type { CreatePull, PatchPull, PullList, PullView } from '../contract/pull.ts';
import { AppError, notFound } from '../errors.ts';
import { pullId } from '../public-ids.ts';
import type { PullStore, StoredPull } from './pull-store.ts';
import { NOT_ALLOWED, toLastImport } from './run-pull.ts';

export interface PullDeps {
  store: PullStore;
  nextId: () => Promise<number>;
  allowedOrigins: readonly string[];
  watchesFolder: boolean;
  /** What is wrong with a URL, if something is. */
  refuseUrl: (url: string) => Promise<string | undefined>;
  /** Called when something may be due. */
  onDue: () => void;
  now: () => Date;
}

export type PullService = ReturnType<typeof createPullService>;

const MOST_PULLS = 100;
const MINUTE_MS = 60_000;
/** What the file is read by: with another of these it is another file. */
const READ_BY = ['url', 'format', 'product', 'source', 'map', 'dates', 'encoding'] as const;
const UNKNOWN_VERSION = { etag: null, lastModified: null, hash: null };

export function createPullService(deps: PullDeps) {
  const { store, now } = deps;

  const isRunning = ({ until }: StoredPull) => until !== null && until > now();

  const toView = (pull: StoredPull): PullView => ({
    id: pullId(pull._id),
    ...{ url: pull.url, everyMinutes: pull.everyMinutes, format: pull.format },
    ...{ product: pull.product, source: pull.source, map: pull.map, dates: pull.dates, encoding: pull.encoding },
    active: pull.active,
    state: isRunning(pull) ? 'running' : 'waiting',
    lastRun: pull.lastRun && { ...pull.lastRun, at: pull.lastRun.at.toISOString() },
    lastImport: toLastImport(pull.lastImport),
    nextRunAt: pull.active || pull.isAsked ? pull.nextAt.toISOString() : null,
    createdAt: pull.createdAt.toISOString(),
    updatedAt: pull.updatedAt.toISOString(),
  });

  const load = async (id: number): Promise<StoredPull> => {
    const pull = await store.byId(id);
    if (!pull) throw notFound('pull');
    return pull;
  };

  const checkUrl = async (url: string): Promise<void> => {
    // Nothing is looked up for an address that may not be fetched from anyway.
    const isElsewhere = URL.canParse(url) && !deps.allowedOrigins.includes(new URL(url).origin);
    const detail = isElsewhere ? NOT_ALLOWED : await deps.refuseUrl(url);
    if (detail === undefined) return;
    throw new AppError('invalid-body', 422, `/url: ${detail}.`, { errors: [{ pointer: '/url', detail }] });
  };

  const change = async (id: number, changes: Partial<Omit<StoredPull, '_id'>>): Promise<PullView> => {
    const pull = await store.change(id, changes);
    if (!pull) throw notFound('pull');
    deps.onDue();
    return toView(pull);
  };

  return {
    list: async (): Promise<PullList> => ({
      items: (await store.list()).map(toView),
      allowedOrigins: [...deps.allowedOrigins],
      watchesFolder: deps.watchesFolder,
    }),

    get: async (id: number) => toView(await load(id)),

    /** The first run is due at once. @throws AppError 422 for the URL, 409 `too-many-pulls` */
    async create({ url, everyMinutes, ...rest }: CreatePull): Promise<PullView> {
      await checkUrl(url);
      if ((await store.list()).length >= MOST_PULLS)
        throw new AppError('too-many-pulls', 409, `There are ${MOST_PULLS} pulls, which is the most.`);
      const at = now();
      const { format = 'auto', product = null, source = null, map = null, active = true } = rest;
      const { dates = null, encoding = null } = rest;
      const pull: StoredPull = {
        ...{ _id: await deps.nextId(), url, everyMinutes, format, product, source, map, dates, encoding, active },
        ...{ nextAt: at, isAsked: false, owner: null, until: null, lastRun: null, lastImport: null },
        ...{ ...UNKNOWN_VERSION, createdAt: at, updatedAt: at },
      };
      await store.add(pull);
      deps.onDue();
      return toView(pull);
    },

    /** @throws AppError 404, 422 for the URL */
    async patch(id: number, patch: PatchPull): Promise<PullView> {
      const pull = await load(id);
      if (patch.url !== undefined && patch.url !== pull.url) await checkUrl(patch.url);
      const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
      const isOther = READ_BY.some(
        (field) => field in given && JSON.stringify(given[field]) !== JSON.stringify(pull[field]),
      );
      const changed = { ...pull, ...given };
      const since = pull.lastRun?.at.getTime() ?? Number.NEGATIVE_INFINITY;
      const due = Math.max(now().getTime(), since + changed.everyMinutes * MINUTE_MS);
      return change(id, {
        ...given,
        // A run that is under way reads it as it was: its result no longer counts.
        ...(isOther ? { ...UNKNOWN_VERSION, nextAt: now(), owner: null, until: null } : { nextAt: new Date(due) }),
        updatedAt: now(),
      });
    },

    async remove(id: number): Promise<void> {
      if (!(await store.remove(id))) throw notFound('pull');
    },

    /** Makes it due now. @throws AppError 404, 409 `pull-running` */
    async run(id: number): Promise<PullView> {
      if (isRunning(await load(id))) throw new AppError('pull-running', 409, 'It is being fetched at the moment.');
      return change(id, { nextAt: now(), isAsked: true });
    },
  };
}
