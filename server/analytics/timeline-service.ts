import type { CreateNote, ListEvents, PatchNote, TimelineEvent } from '../contract/timeline.ts';
import { notFound } from '../errors.ts';
import { importId, noteId } from '../public-ids.ts';
import type { NoteStore, StoredNote } from './note-store.ts';

/** An import as far as the timeline tells of it. */
export interface TimelineImport {
  _id: number;
  state: string;
  dryRun: boolean;
  filename: string;
  product: string | null;
  counts: { stored: number };
  createdAt: Date;
  finishedAt: Date | null;
}

export interface TimelineDeps {
  notes: Omit<NoteStore, 'prepare'>;
  /** The latest imports, newest first. */
  latestImports: () => Promise<readonly TimelineImport[]>;
  nextId: () => Promise<number>;
  now: () => Date;
}

export type TimelineService = ReturnType<typeof createTimelineService>;

const noteEvent = ({ _id, day, title, product, createdAt }: StoredNote): TimelineEvent => ({
  id: noteId(_id),
  kind: 'note',
  ...{ day, title, product },
  createdAt: createdAt.toISOString(),
});

/** Only what has brought reviews, and has not been taken back. */
function importEvent({ _id, state, dryRun, filename, product, counts, createdAt, finishedAt }: TimelineImport) {
  if (state !== 'done' || dryRun || counts.stored === 0 || finishedAt === null) return [];
  const event: TimelineEvent = {
    id: importId(_id),
    kind: 'import',
    day: finishedAt.toISOString().slice(0, 10),
    title: `${counts.stored.toLocaleString('en-US')} new reviews from ${filename}`,
    product,
    createdAt: createdAt.toISOString(),
  };
  return [event];
}

/** What happened beside the reviews: notes that people write, and imports. */
export function createTimelineService({ notes, latestImports, nextId, now }: TimelineDeps) {
  return {
    /** Oldest first. */
    async list({ from, to, product }: ListEvents): Promise<TimelineEvent[]> {
      const [written, imports] = await Promise.all([notes.between({ from, to }), latestImports()]);
      const isIn = (event: TimelineEvent) =>
        (from === undefined || event.day >= from) &&
        (to === undefined || event.day <= to) &&
        (product === undefined || event.product === null || event.product === product);
      return [...written.map(noteEvent), ...imports.flatMap(importEvent)]
        .filter(isIn)
        .sort((x, y) => (x.day === y.day ? (x.createdAt < y.createdAt ? -1 : 1) : x.day < y.day ? -1 : 1));
    },

    async add({ day, title, product = null }: CreateNote): Promise<TimelineEvent> {
      const note = { _id: await nextId(), day, title, product, createdAt: now() };
      await notes.add(note);
      return noteEvent(note);
    },

    /** @throws AppError 404 */
    async change(id: number, { day, title, product }: PatchNote): Promise<TimelineEvent> {
      const note = await notes.change(id, {
        ...(day === undefined ? {} : { day }),
        ...(title === undefined ? {} : { title }),
        ...(product === undefined ? {} : { product }),
      });
      if (!note) throw notFound('note');
      return noteEvent(note);
    },

    /** @throws AppError 404 */
    async remove(id: number): Promise<void> {
      if (!(await notes.remove(id))) throw notFound('note');
    },
  };
}
