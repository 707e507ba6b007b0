import { useState } from 'preact/hooks';
import type { CreateNote, TimelineEvent } from '../../server/contract/timeline.ts';
import { deleteFrom, patchJson, postJson, shareToken, toApiFailure } from '../api.ts';
import type { EventDay } from '../charts/event-marks.ts';
import { formatDay } from '../state/dates.ts';
import { nameProduct, plural } from '../state/figures.ts';
import { markChanged } from '../state/revision.ts';
import { may } from '../state/session.ts';
import { showToast } from '../state/toast.ts';
import { workspace } from '../state/workspace.ts';
import { Icon } from './icon.tsx';
import { Modal } from './modal.tsx';

type NoteDialogProps = { note: TimelineEvent | null; product: string | null; onClose: () => void };

/** Day, title and product of a note: a new one, or one that is changed. */
function NoteDialog({ note, product, onClose }: NoteDialogProps) {
  const today = (workspace.value?.now ?? new Date().toISOString()).slice(0, 10);
  const [day, setDay] = useState(note?.day ?? today);
  const [title, setTitle] = useState(note?.title ?? '');
  const [about, setAbout] = useState(note ? (note.product ?? '') : (product ?? ''));
  const [fault, setFault] = useState<string | null>(null);
  const save = async () => {
    const body: CreateNote = { day, title: title.trim(), product: about === '' ? null : about };
    try {
      await (note ? patchJson(`/events/${note.id}`, body) : postJson('/events', body));
      markChanged();
      showToast({ kind: 'done', text: `“${body.title}” stands at ${formatDay(day)}.`, action: null });
      onClose();
    } catch (cause) {
      setFault(toApiFailure(cause).message);
    }
  };
  return (
    <Modal title={note ? 'Change a note' : 'Add a note to the charts'} onClose={onClose}>
      <form
        class="note-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <label class="field">
          <span>What happened</span>
          <input
            type="text"
            value={title}
            maxLength={120}
            required
            placeholder="Firmware 2.1 released"
            onInput={(event) => setTitle(event.currentTarget.value)}
          />
        </label>
        <label class="field">
          <span>Day (UTC)</span>
          <input type="date" value={day} required onInput={(event) => setDay(event.currentTarget.value)} />
        </label>
        <label class="field">
          <span>Product</span>
          <select value={about} onChange={(event) => setAbout(event.currentTarget.value)}>
            <option value="">All products</option>
            {(workspace.value?.products ?? []).map((entry) => (
              <option key={entry.product} value={entry.product} selected={entry.product === about}>
                {nameProduct(entry.product)}
              </option>
            ))}
          </select>
        </label>
        {fault ? (
          <p class="error-text" role="alert">
            {fault}
          </p>
        ) : null}
        <div class="form-foot">
          <button type="button" class="btn" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" class="btn solid" disabled={title.trim() === ''}>
            {note ? 'Save note' : 'Add note'}
          </button>
        </div>
      </form>
    </Modal>
  );
}

async function removeNote(note: TimelineEvent) {
  try {
    await deleteFrom(`/events/${note.id}`);
    markChanged();
    const run = () => {
      const body: CreateNote = { day: note.day, title: note.title, product: note.product };
      void postJson('/events', body).then(markChanged);
    };
    showToast({ kind: 'done', text: `The note “${note.title}” is deleted.`, action: { label: 'Undo', run } });
  } catch (cause) {
    showToast({ kind: 'failed', text: `The note was not deleted. ${toApiFailure(cause).message}`, action: null });
  }
}

const tell = ({ kind, events }: EventDay) =>
  kind === 'note' || events.length === 1 ? events[0]?.title : plural(events.length, 'import', 'imports');

type TimelineNotesProps = { events: readonly EventDay[]; product: string | null };

/** What the numbers in the charts stand for, and the notes that can be added, changed and deleted. */
export function TimelineNotes({ events, product }: TimelineNotesProps) {
  const [open, setOpen] = useState<TimelineEvent | 'new' | null>(null);
  if (shareToken() !== null) return null;
  return (
    <>
      <ol class="events">
        {events.map((entry) => {
          const note = entry.kind === 'note' ? entry.events[0] : undefined;
          return (
            <li key={entry.number} title={entry.events.map((event) => event.title).join(', ')}>
              <b>{entry.number}</b> {formatDay(entry.day)}: {tell(entry)}
              {note?.product ? `, ${nameProduct(note.product)}` : ''}
              {note && may('moderate') ? (
                <>
                  <button
                    type="button"
                    class="icon-btn"
                    aria-label={`Change ${note.title}`}
                    onClick={() => setOpen(note)}
                  >
                    <Icon name="edit" />
                  </button>
                  <button
                    type="button"
                    class="icon-btn"
                    aria-label={`Delete ${note.title}`}
                    onClick={() => void removeNote(note)}
                  >
                    <Icon name="close" />
                  </button>
                </>
              ) : null}
            </li>
          );
        })}
      </ol>
      {may('moderate') ? (
        <button type="button" class="link no-print" onClick={() => setOpen('new')}>
          Add a note
        </button>
      ) : null}
      {open ? <NoteDialog note={open === 'new' ? null : open} product={product} onClose={() => setOpen(null)} /> : null}
    </>
  );
}
