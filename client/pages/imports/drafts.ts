import { signal } from '@preact/signals';
import type { ImportView } from '../../../server/contract/imports.ts';
import { toApiFailure, uploadFile } from '../../api.ts';
import { type FileOptions, toQuery, typeOf } from './file-options.ts';
import { inspectFile, type Look } from './inspect-file.ts';
import { tellMissing, toUploadOptions } from './questions.ts';

/** A chosen file that is not an import yet. */
export type Draft = {
  id: number;
  file: File;
  options: FileOptions;
  /** Null while it is looked into, and where that is not possible. */
  look: Look | null;
  state: 'looking' | 'ready' | 'waiting' | 'sending';
  /** Sent share of the file, 0 to 1. */
  share: number;
  /** Why it was not taken, or could not be looked into. */
  error: string | null;
};

/** The chosen files. They outlive the page, so that one can look something up while a file is being sent. */
export const drafts = signal<readonly Draft[]>([]);

let count = 0;
let looking = Promise.resolve();

const find = (id: number) => drafts.value.find((draft) => draft.id === id);
const patch = (id: number, change: Partial<Draft>) => {
  drafts.value = drafts.value.map((draft) => (draft.id === id ? { ...draft, ...change } : draft));
};

export const removeDraft = (id: number): void => {
  drafts.value = drafts.value.filter((draft) => draft.id !== id);
};

/** Whether a draft can be sent as it is. */
export const isReady = ({ state, look, options, error }: Draft): boolean =>
  state === 'ready' && (look === null ? error === null : tellMissing(look.inspected, options) === null);

/** What the characters look like is meant, unless a person has said it: it was read so for the look, too. */
function settleEncoding(id: number, found: Look | null): void {
  const options = find(id)?.options;
  if (options?.encoding !== '' || found?.inspected.encoding !== 'windows-1252') return;
  patch(id, { options: { ...options, encoding: 'windows-1252' } });
}

async function look(id: number): Promise<void> {
  const draft = find(id);
  if (!draft) return;
  try {
    const found = await inspectFile(draft.file, draft.options);
    patch(id, { look: found, state: 'ready' });
    settleEncoding(id, found);
  } catch (error) {
    patch(id, { look: null, state: 'ready', error: toApiFailure(error).message });
  }
}

/** Looks into a file anew. One at a time: the pages of the app share a few connections with this. */
export function lookAgain(id: number): void {
  patch(id, { state: 'looking', error: null });
  looking = looking.then(() => look(id));
}

/** Takes chosen files in and looks into each. */
export function addDrafts(files: readonly File[], options: FileOptions): void {
  for (const file of files) {
    count += 1;
    const draft = { id: count, file, options, look: null, share: 0, error: null };
    drafts.value = [...drafts.value, { ...draft, state: 'looking' }];
    lookAgain(count);
  }
}

/** Keeps what was said of a file. Another format, and other characters, make another file of it. */
export function changeDraft(id: number, options: FileOptions): void {
  const before = find(id)?.options;
  const isOther = before?.format !== options.format || before.encoding !== options.encoding;
  patch(id, { options });
  if (isOther) lookAgain(id);
}

async function sendOne(draft: Draft, isDryRun: boolean): Promise<ImportView | null> {
  const { id, file } = draft;
  const options = toUploadOptions(draft.look?.inspected ?? null, draft.options);
  patch(id, { state: 'sending' });
  try {
    const view = await uploadFile<ImportView>('/imports', {
      file,
      type: typeOf(file.name, options.format),
      query: { ...toQuery(file.name, options), ...(isDryRun ? { dryRun: 'true' } : {}) },
      onProgress: (share) => patch(id, { share }),
    });
    removeDraft(id);
    return view;
  } catch (error) {
    patch(id, { state: 'ready', error: toApiFailure(error).message });
    return null;
  }
}

/** Sends files one after the other; those that lack an answer are left. `onStarted` gets each import as it begins. */
export async function sendDrafts(
  ids: readonly number[],
  { isDryRun, onStarted }: { isDryRun: boolean; onStarted: (view: ImportView) => void },
): Promise<void> {
  const ready = drafts.value.filter((draft) => ids.includes(draft.id) && isReady(draft));
  for (const { id } of ready) patch(id, { state: 'waiting', share: 0, error: null });
  for (const draft of ready) {
    const view = await sendOne(draft, isDryRun);
    if (view) onStarted(view);
  }
}
