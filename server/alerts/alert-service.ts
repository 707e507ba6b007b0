import { addDays } from '../analytics/intervals.ts';
import type {
  AlertChannel,
  AlertMetric,
  AlertPreview,
  AlertScope,
  AlertView,
  CreateAlert,
  FiringView,
  PatchAlert,
  PreviewAlert,
} from '../contract/alerts.ts';
import { AppError, notFound } from '../errors.ts';
import { firingId, idNumber } from '../public-ids.ts';
import type { AlertStore, StoredAlert } from './alert-store.ts';
import { toAlertView, toFiringView } from './alert-view.ts';
import { firingsOf, lookAtDays, type Watched } from './evaluate-alert.ts';
import type { MailStore } from './mail-store.ts';
import type { CellsOfScope } from './watch-alerts.ts';

export interface AlertDeps {
  store: AlertStore;
  mails: Pick<MailStore, 'about'>;
  cells: CellsOfScope;
  nextId: () => Promise<number>;
  hasWebhook: (id: number) => Promise<boolean>;
  features: () => readonly { id: string }[];
  canMail: boolean;
  publicUrl: string;
  actor: () => string;
  /** Called when there may be something to look at. */
  onChanged: () => void;
  now: () => Date;
}

export type AlertService = ReturnType<typeof createAlertService>;

const MOST_ALERTS = 200;
const PREVIEW_DAYS = 90;
/** With another of these it is another alert. */
const WATCHED = ['metric', 'scope', 'direction', 'change', 'windowDays', 'minimumN', 'sensitivity'] as const;

/** What is not valid by itself but only together, or with what is stored. */
export const refuseField = (pointer: string, detail: string): never => {
  throw new AppError('invalid-body', 422, `${pointer}: ${detail}.`, { errors: [{ pointer, detail }] });
};

export const mailNotConfigured = () =>
  new AppError(
    'mail-not-configured',
    409,
    'This server has no mail server to send by: the operator sets SMTP_URL and MAIL_FROM.',
  );

export function createAlertService(deps: AlertDeps) {
  const { store, now } = deps;

  const checkWatched = ({ metric, scope }: { metric: AlertMetric; scope: AlertScope }): void => {
    if (scope.feature === undefined) return;
    if (metric === 'stars') refuseField('/scope/feature', 'is not for stars, which are of the whole review');
    if (!deps.features().some(({ id }) => id === scope.feature))
      refuseField('/scope/feature', 'is not in the list of features');
  };

  const checkChannel = async ({ email, webhook }: AlertChannel): Promise<void> => {
    if (email && email.length > 0 && !deps.canMail) throw mailNotConfigured();
    if (webhook !== undefined && !(await deps.hasWebhook(idNumber(webhook))))
      refuseField('/channel/webhook', 'is not a webhook that there is');
  };

  const load = async (id: number): Promise<StoredAlert> => {
    const alert = await store.byId(id);
    if (!alert) throw notFound('alert');
    return alert;
  };

  return {
    canMail: deps.canMail,

    list: async (): Promise<AlertView[]> => (await store.list()).map(toAlertView),

    get: async (id: number): Promise<AlertView> => toAlertView(await load(id)),

    /** @throws AppError 422 for the feature or webhook, 409 `mail-not-configured`, `too-many-alerts` */
    async create({ scope = {}, channel = {}, enabled = true, ...rest }: CreateAlert): Promise<AlertView> {
      checkWatched({ metric: rest.metric, scope });
      await checkChannel(channel);
      if ((await store.list()).length >= MOST_ALERTS)
        throw new AppError('too-many-alerts', 409, `There are ${MOST_ALERTS} alerts, which is the most.`);
      const at = now();
      const alert: StoredAlert = {
        ...{ _id: await deps.nextId(), owner: deps.actor(), ...rest, scope, channel, enabled },
        ...{ lastFiredDay: null, lastFiredAt: null, lastLook: null, createdAt: at, updatedAt: at },
      };
      await store.add(alert);
      deps.onChanged();
      return toAlertView(alert);
    },

    /** @throws AppError 404, and as `create` */
    async patch(id: number, patch: PatchAlert): Promise<AlertView> {
      const before = await load(id);
      const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
      const after: StoredAlert = { ...before, ...given };
      checkWatched(after);
      if (patch.channel) await checkChannel(patch.channel);
      const isOther = WATCHED.some((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
      const isNewStart = isOther || (after.enabled && !before.enabled);
      const changed = await store.change(id, {
        ...given,
        ...(isOther ? { lastFiredDay: null } : {}),
        ...(isNewStart ? { lastLook: null } : {}),
        updatedAt: now(),
      });
      if (!changed) throw notFound('alert');
      deps.onChanged();
      return toAlertView(changed);
    },

    /** What has fired stays in the list of firings. @throws AppError 404 */
    async remove(id: number): Promise<void> {
      if (!(await store.remove(id))) throw notFound('alert');
    },

    /** How often it would have fired in the last 90 days, judged as the server judges it each day. @throws AppError 422 */
    async preview(asked: PreviewAlert): Promise<AlertPreview> {
      const rule: Watched = { ...asked, scope: asked.scope ?? {} };
      checkWatched(rule);
      const to = now().toISOString().slice(0, 10);
      const from = addDays(to, 1 - PREVIEW_DAYS);
      const cells = await deps.cells(rule.scope, { from: addDays(from, -2 * rule.windowDays), to });
      const looks = [...lookAtDays(rule, cells, { from, to })];
      const firings = firingsOf(rule, looks);
      return {
        days: PREVIEW_DAYS,
        fired: firings.length,
        firings,
        tooFewDays: looks.filter(({ figures }) => figures.verdict === 'too-few').length,
        today: (looks.at(-1) as (typeof looks)[number]).figures,
      };
    },

    /** Newest first. */
    async firings(options: { alert?: number | undefined; before?: number | undefined; limit: number }): Promise<{
      items: FiringView[];
      last: number | undefined;
    }> {
      const rows = await store.firings({ ...options, limit: options.limit + 1 });
      const shown = rows.slice(0, options.limit);
      const mails = await deps.mails.about(shown.map(({ _id }) => firingId(_id)));
      return {
        items: shown.map((firing) => toFiringView(firing, mails, deps.publicUrl)),
        last: rows.length > options.limit ? shown.at(-1)?._id : undefined,
      };
    },
  };
}
