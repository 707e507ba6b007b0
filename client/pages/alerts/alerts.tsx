import { useEffect, useState } from 'preact/hooks';
import type { AlertView, FiringView } from '../../../server/contract/alerts.ts';
import { deleteFrom, patchJson, postJson, toApiFailure } from '../../api.ts';
import { Empty, Failed, Skeleton } from '../../components/parts.tsx';
import { formatDay, formatInstant } from '../../state/dates.ts';
import { useResource } from '../../state/resource.ts';
import { markChanged } from '../../state/revision.ts';
import { hideToast, showToast, type Toast } from '../../state/toast.ts';
import { AlertDialog } from './alert-dialog.tsx';
import { tellFigures, tellRule } from './alert-words.ts';
import { DigestCard } from './digest-card.tsx';
import { toRule } from './rule-fields.tsx';
import { nameWebhook, useWebhooks } from './webhook-choice.tsx';

type AlertAnswer = { items: AlertView[]; canMail: boolean };

async function act(work: () => Promise<unknown>, done: string, action: Toast['action'] = null) {
  try {
    await work();
    markChanged();
    showToast({ kind: 'done', text: done, action });
  } catch (cause) {
    showToast({ kind: 'failed', text: toApiFailure(cause).message, action: null });
  }
}

/** Deletes an alert. Undo makes one of the same rule, which tells the same people. */
function deleteAlert(alert: AlertView) {
  const { id, name, channel, enabled } = alert;
  const run = () => {
    // Pressed twice, it would make two.
    hideToast();
    void act(() => postJson('/alerts', { ...toRule(alert), channel, enabled }), `“${name}” is back.`);
  };
  return act(() => deleteFrom(`/alerts/${id}`), `“${name}” is deleted.`, { label: 'Undo', run });
}

type AlertItemProps = { alert: AlertView; goals: string; onEdit: () => void };

const AlertItem = ({ alert, goals, onEdit }: AlertItemProps) => (
  <li>
    <div>
      <b>{alert.name}</b> {alert.enabled ? null : <span class="badge">Off</span>}
      <p>
        {tellRule(alert)}
        {goals}
      </p>
      <p class="muted">
        {alert.lastLook
          ? `Looked at ${formatInstant(alert.lastLook.at)}: ${tellFigures(alert.metric, alert.lastLook.figures)}`
          : 'Not looked at yet'}
        {alert.lastFiredAt ? `; fired last ${formatInstant(alert.lastFiredAt)}` : '; never fired'}
      </p>
    </div>
    <span class="form-foot">
      <button type="button" class="btn small" aria-label={`Change ${alert.name}`} onClick={onEdit}>
        Change
      </button>
      <button
        type="button"
        class="btn small"
        aria-label={`${alert.enabled ? 'Switch off' : 'Switch on'} ${alert.name}`}
        onClick={() =>
          void act(
            () => patchJson(`/alerts/${alert.id}`, { enabled: !alert.enabled }),
            `“${alert.name}” is ${alert.enabled ? 'off' : 'on'}.`,
          )
        }
      >
        {alert.enabled ? 'Switch off' : 'Switch on'}
      </button>
      <button
        type="button"
        class="btn small"
        aria-label={`Delete ${alert.name}`}
        onClick={() => void deleteAlert(alert)}
      >
        Delete
      </button>
    </span>
  </li>
);

/** Who is told besides this page. */
function tellGoals({ channel: { email = [], webhook } }: AlertView, webhooks: Parameters<typeof nameWebhook>[0]) {
  const goals = [...email, ...(webhook === undefined ? [] : [`the webhook ${nameWebhook(webhooks, webhook)}`])];
  return goals.length === 0 ? '' : `. Tells ${goals.join(', ')}`;
}

function Firings() {
  const { value, error, reload } = useResource<{ items: FiringView[] }>('/alerts/firings', { limit: '50' });
  return (
    <section class="card" aria-label="What fired">
      <div class="card-h">
        <h2>What fired</h2>
      </div>
      {error ? (
        <Failed what="The list" detail={error.message} onRetry={reload} />
      ) : value === null ? (
        <div class="card-b">
          <Skeleton lines={4} />
        </div>
      ) : value.items.length === 0 ? (
        <Empty icon="check" title="Nothing fired">
          Alerts are looked at once a day.
        </Empty>
      ) : (
        <ol class="shares card-b">
          {value.items.map((firing) => (
            <li key={firing.id}>
              <div>
                <a class="link" href={`${firing.page === 'overview' ? '/' : `/${firing.page}`}?${firing.query}`}>
                  {firing.name}
                </a>
                <p>
                  {formatDay(firing.day)}: {tellFigures(firing.metric, firing.figures)}
                </p>
              </div>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** Rules that watch the figures, and what they found. */
export function Alerts() {
  const { value, error, reload } = useResource<AlertAnswer>('/alerts');
  const webhooks = useWebhooks();
  /** The alert that is changed, or a new one. */
  const [edited, setEdited] = useState<AlertView | 'new' | null>(null);
  useEffect(() => {
    document.title = 'Alerts · Reviewfinder';
  }, []);
  return (
    <div class="page">
      <div class="page-head">
        <h1>Alerts</h1>
        <div class="right">
          <button type="button" class="btn solid" onClick={() => setEdited('new')}>
            New alert
          </button>
        </div>
      </div>
      {value && !value.canMail ? (
        <p class="note">
          This server has no mail server, so alerts are listed here and go to webhooks, but not by e-mail.
        </p>
      ) : null}
      <div class="grid">
        <section class="card" aria-label="Rules">
          <div class="card-h">
            <h2>Rules</h2>
          </div>
          {error ? (
            <Failed what="The alerts" detail={error.message} onRetry={reload} />
          ) : value === null ? (
            <div class="card-b">
              <Skeleton lines={4} />
            </div>
          ) : value.items.length === 0 ? (
            <Empty icon="alert" title="No alerts yet">
              An alert tells when a figure moves by more than chance.
            </Empty>
          ) : (
            <ul class="shares card-b">
              {value.items.map((alert) => (
                <AlertItem
                  key={alert.id}
                  alert={alert}
                  goals={tellGoals(alert, webhooks)}
                  onEdit={() => setEdited(alert)}
                />
              ))}
            </ul>
          )}
        </section>
        <Firings />
        <DigestCard />
      </div>
      {edited ? (
        <AlertDialog
          start={edited === 'new' ? null : edited}
          canMail={value?.canMail ?? false}
          onClose={(isSaved) => {
            setEdited(null);
            if (isSaved) {
              markChanged();
              showToast({ kind: 'done', text: 'The alert is saved.', action: null });
            }
          }}
        />
      ) : null}
    </div>
  );
}
