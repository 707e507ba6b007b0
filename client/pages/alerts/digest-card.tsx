import { useState } from 'preact/hooks';
import type { DigestSettings, PutDigest } from '../../../server/contract/digest.ts';
import { putJson, toApiFailure } from '../../api.ts';
import { Failed, Skeleton } from '../../components/parts.tsx';
import { formatInstant } from '../../state/dates.ts';
import { useResource } from '../../state/resource.ts';
import { showToast } from '../../state/toast.ts';
import { DigestDialog } from './digest-dialog.tsx';
import { DigestPreviewDialog } from './digest-preview.tsx';
import { tellGoals, tellLastRun, tellProducts, tellSchedule } from './digest-words.ts';
import { nameWebhook, useWebhooks } from './webhook-choice.tsx';

/** What failed of the last digest, each address with the server's words. */
const Faults = ({ lastRun }: Pick<DigestSettings, 'lastRun'>) => {
  const failed = lastRun?.mails.filter(({ state }) => state === 'failed') ?? [];
  return failed.length === 0 ? null : (
    <ul class="error-text">
      {failed.map(({ to, error }) => (
        <li key={to}>
          {to}: {error ?? 'not taken'}
        </li>
      ))}
    </ul>
  );
};

type SettingsProps = { settings: DigestSettings; onToggle: () => void; onEdit: () => void; onPreview: () => void };

const Settings = ({ settings, onToggle, onEdit, onPreview }: SettingsProps) => {
  const webhooks = useWebhooks();
  const { enabled, nextAt, products, lastRun, updatedAt } = settings;
  return (
    <div class="card-b digest">
      <div>
        {updatedAt === null ? (
          <p>
            Once a week: what changed, what is praised and blamed, with the number of reviews behind each and links to
            them. By mail, to a webhook, or both.
          </p>
        ) : (
          <p>
            {tellSchedule(settings)} to{' '}
            {tellGoals(settings, settings.webhook === null ? '' : nameWebhook(webhooks, settings.webhook))}, of{' '}
            {tellProducts(products)}
          </p>
        )}
        <p class="muted">
          {enabled && nextAt ? `Next ${formatInstant(nextAt)}. ` : ''}
          {updatedAt === null ? '' : `${tellLastRun(lastRun)}.`}
        </p>
        <Faults lastRun={lastRun} />
      </div>
      <span class="form-foot">
        <button type="button" class="btn small" onClick={onPreview}>
          Preview
        </button>
        <button type="button" class="btn small" onClick={onEdit}>
          {updatedAt === null ? 'Set up' : 'Change digest'}
        </button>
        {updatedAt === null ? null : (
          <button type="button" class="btn small" onClick={onToggle}>
            {enabled ? 'Switch digest off' : 'Switch digest on'}
          </button>
        )}
      </span>
    </div>
  );
};

/** The weekly digest: how it is set, what became of the last one, its preview. */
export function DigestCard() {
  const { value, error, reload } = useResource<DigestSettings>('/digest');
  const [open, setOpen] = useState<'settings' | 'preview' | null>(null);
  const toggle = async ({ canMail: _, nextAt: __, lastRun: ___, updatedAt: ____, ...rest }: DigestSettings) => {
    const body: PutDigest = { ...rest, enabled: !rest.enabled };
    try {
      await putJson('/digest', body);
      reload();
      showToast({ kind: 'done', text: `The digest is ${body.enabled ? 'on' : 'off'}.`, action: null });
    } catch (cause) {
      showToast({ kind: 'failed', text: toApiFailure(cause).message, action: null });
    }
  };
  return (
    <section class="card" aria-label="Weekly digest">
      <div class="card-h">
        <h2>
          Weekly digest {value && value.updatedAt !== null && !value.enabled ? <span class="badge">Off</span> : null}
        </h2>
      </div>
      {error ? (
        <Failed what="The digest" detail={error.message} onRetry={reload} />
      ) : value === null ? (
        <div class="card-b">
          <Skeleton lines={3} />
        </div>
      ) : (
        <Settings
          settings={value}
          onToggle={() => void toggle(value)}
          onEdit={() => setOpen('settings')}
          onPreview={() => setOpen('preview')}
        />
      )}
      {open === 'preview' ? (
        <DigestPreviewDialog canMail={value?.canMail ?? false} onClose={() => setOpen(null)} />
      ) : null}
      {open === 'settings' && value ? (
        <DigestDialog
          start={value}
          onClose={(isSaved) => {
            setOpen(null);
            if (!isSaved) return;
            reload();
            showToast({ kind: 'done', text: 'The digest is saved.', action: null });
          }}
        />
      ) : null}
    </section>
  );
}
