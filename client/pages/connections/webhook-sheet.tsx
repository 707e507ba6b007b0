import { useEffect, useRef, useState } from 'preact/hooks';
import type { WebhookEvent, WebhookView } from '../../../server/contract/webhooks.ts';
import { patchJson, postJson, toApiFailure } from '../../api.ts';
import { showToast } from '../../state/toast.ts';
import { TextField } from './field.tsx';
import { NO_FAULTS, readFaults } from './form-faults.ts';
import { SecretBox } from './secret-box.tsx';
import { Sheet } from './sheet.tsx';
import { EVENTS, shortUrl } from './tell.ts';

const FIELDS = ['url', 'events', 'description'];

type EventsProps = {
  chosen: readonly WebhookEvent[];
  fault: string | undefined;
  onChange: (events: WebhookEvent[]) => void;
};

const EventChoice = ({ chosen, fault, onChange }: EventsProps) => (
  <fieldset class="con-events">
    <legend>Tell it when</legend>
    {EVENTS.map(({ event, label }) => (
      <label class="check" key={event}>
        <input
          type="checkbox"
          checked={chosen.includes(event)}
          onChange={({ currentTarget }) =>
            onChange(
              EVENTS.map((entry) => entry.event).filter((entry) =>
                entry === event ? currentTarget.checked : chosen.includes(entry),
              ),
            )
          }
        />
        <span>
          {label} <span class="code muted">{event}</span>
        </span>
      </label>
    ))}
    <p class="error-text" role="alert">
      {fault}
    </p>
  </fieldset>
);

type WebhookSheetProps = {
  /** Null to add one. */
  start: WebhookView | null;
  onSaved: () => void;
  onClose: () => void;
};

/** Adds or changes a receiver of events; the secret of a new one is shown once, here. */
export function WebhookSheet({ start, onSaved, onClose }: WebhookSheetProps) {
  const [url, setUrl] = useState(start?.url ?? '');
  const [description, setDescription] = useState(start?.description ?? '');
  const [events, setEvents] = useState<WebhookEvent[]>(start?.events ?? ['review.created']);
  const [faults, setFaults] = useState(NO_FAULTS);
  const [isSending, setSending] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), [faults]);

  const save = async () => {
    if (events.length === 0) {
      setFaults({ fields: { events: 'Choose at least one' }, other: null });
      return;
    }
    setSending(true);
    const body = { url: url.trim(), events, description: description.trim() || null };
    try {
      if (start) {
        await patchJson(`/webhooks/${start.id}`, body);
        showToast({ kind: 'done', text: `${shortUrl(body.url)} is changed.`, action: null });
        onClose();
      } else {
        const created = await postJson<{ secret: string }>('/webhooks', body);
        setFaults(NO_FAULTS);
        setSecret(created.secret);
      }
      onSaved();
    } catch (error) {
      setFaults(readFaults(toApiFailure(error), FIELDS));
    } finally {
      setSending(false);
    }
  };

  if (secret !== null) {
    return (
      <Sheet title="The webhook is there" about={url} onClose={onClose} isForm>
        <div class="sheet-scroll">
          <SecretBox secret={secret}>
            Everything that is sent is signed with this secret. Give it to the receiver, which checks the header
            webhook-signature with it.
          </SecretBox>
        </div>
        <footer class="sheet-foot">
          <button type="button" class="btn solid" onClick={onClose}>
            I have it
          </button>
        </footer>
      </Sheet>
    );
  }
  return (
    <Sheet title={start ? 'Change the webhook' : 'Add a webhook'} onClose={onClose} isForm>
      <form
        ref={form}
        class="con-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div class="sheet-scroll">
          <TextField
            id="webhook-url"
            label="Address"
            isUrl
            value={url}
            maxLength={2000}
            isRequired
            hint="What happens is posted here as JSON, at least once, tried again for a day where it does not come through"
            fault={faults.fields['url']}
            onInput={setUrl}
          />
          <EventChoice chosen={events} fault={faults.fields['events']} onChange={setEvents} />
          <TextField
            id="webhook-description"
            label="Note"
            value={description}
            hint="For people, such as whose receiver it is"
            fault={faults.fields['description']}
            onInput={setDescription}
          />
          {faults.other ? (
            <p class="error-text" role="alert">
              Not saved. {faults.other}
            </p>
          ) : null}
        </div>
        <footer class="sheet-foot">
          <button type="submit" class="btn solid" disabled={isSending}>
            {isSending ? 'Saving…' : start ? 'Save' : 'Add the webhook'}
          </button>
          <button type="button" class="btn quiet" onClick={onClose}>
            Cancel
          </button>
        </footer>
      </form>
    </Sheet>
  );
}
