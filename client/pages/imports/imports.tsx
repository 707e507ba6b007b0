import { useEffect, useRef, useState } from 'preact/hooks';
import type { ImportView } from '../../../server/contract/imports.ts';
import { DROP_WORDS, DropZone } from '../../components/drop-zone.tsx';
import { Icon } from '../../components/icon.tsx';
import { Empty, Failed, Skeleton } from '../../components/parts.tsx';
import { useAddress } from '../../state/address.ts';
import { plural } from '../../state/figures.ts';
import { pendingFiles } from '../../state/pending-files.ts';
import { refreshWorkspace } from '../../state/workspace.ts';
import { DraftCard } from './draft-card.tsx';
import { addDrafts, type Draft, drafts, isReady, sendDrafts } from './drafts.ts';
import { ACCEPTED, NO_OPTIONS } from './file-options.ts';
import { ImportDetail } from './import-detail.tsx';
import { ImportList } from './import-list.tsx';
import { OptionsFields } from './options-fields.tsx';

import { type Imports as ImportsState, useImports } from './use-imports.ts';

/** Where files come in, and what is said of them beforehand. */
function NewFiles({ isFirst }: { isFirst: boolean }) {
  const [options, setOptions] = useState(NO_OPTIONS);
  const [isOpen, setOpen] = useState(false);
  return (
    <section class="imp-new" aria-label="New import">
      <DropZone
        title={isFirst ? 'Drop files here' : 'Drop more files'}
        accept={ACCEPTED}
        isSolid={isFirst && drafts.value.length === 0}
        onFiles={(files) => addDrafts(files, options)}
      >
        {DROP_WORDS}
      </DropZone>
      <button type="button" class="link imp-opener" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Icon name={isOpen ? 'chevron' : 'right'} />
        Options for the next files
      </button>
      {isOpen ? <OptionsFields id="new" options={options} onChange={setOptions} /> : null}
    </section>
  );
}

type Send = (ids: readonly number[], isDryRun: boolean) => void;

/** One press for all chosen files; those that lack an answer stay. */
function AllDrafts({ list, onSend }: { list: readonly Draft[]; onSend: Send }) {
  const ready = list.filter(isReady).map(({ id }) => id);
  const files = plural(ready.length, 'file', 'files');
  return (
    <section class="imp-all card" aria-label="All chosen files">
      <span role="status">
        {plural(list.length, 'file', 'files')} chosen
        {ready.length < list.length ? `, ${plural(ready.length, 'is', 'are')} ready` : ''}
      </span>
      <button type="button" class="btn" disabled={ready.length === 0} onClick={() => onSend(ready, true)}>
        Check {files} first
      </button>
      <button type="button" class="btn" disabled={ready.length === 0} onClick={() => onSend(ready, false)}>
        Import {files}
      </button>
    </section>
  );
}

type RecentProps = { imports: ImportsState; chosen: string | null; onChoose: (id: string) => void };

const Recent = ({ imports, chosen, onChoose }: RecentProps) => (
  <section class="card" aria-labelledby="imports-title">
    <div class="card-h">
      <div>
        <h2 id="imports-title">Recent imports</h2>
      </div>
    </div>
    <div class="card-b">
      {imports.error && imports.items.length === 0 ? (
        <Failed what="The list" detail={imports.error.message} onRetry={imports.reload} />
      ) : imports.isLoading && imports.items.length === 0 ? (
        <Skeleton lines={6} />
      ) : imports.items.length === 0 ? (
        <Empty icon="import" title="Nothing imported yet">
          What you bring in is listed here with its errors.
        </Empty>
      ) : (
        <ImportList
          items={imports.items}
          chosen={chosen}
          onChoose={onChoose}
          more={imports.hasMore ? imports.loadMore : null}
        />
      )}
    </div>
  </section>
);

/** Asks before the tab is closed while a file is on its way. */
function useWarning(isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isOn]);
}

/** Brings files in, and shows what became of each. */
export function Imports() {
  const { params, change } = useAddress();
  const imports = useImports();
  const list = drafts.value;
  const isHere = useRef(true);
  const put = useRef(imports.put);
  put.current = imports.put;
  const onSend: Send = (ids, isDryRun) => {
    const onStarted = (view: ImportView) => {
      put.current(view);
      void refreshWorkspace();
      // Whoever has gone to another page meanwhile stays there.
      if (isHere.current) change({ id: view.id }, { replace: true });
    };
    void sendDrafts(ids, { isDryRun, onStarted });
  };
  useEffect(() => {
    document.title = 'Import · Reviewfinder';
    addDrafts(pendingFiles.value, NO_OPTIONS);
    pendingFiles.value = [];
    return () => {
      isHere.current = false;
    };
  }, []);
  useWarning(list.some(({ state }) => state === 'sending' || state === 'waiting'));
  const named = params.get('id');
  const shown = named ?? (list.length === 0 ? (imports.items[0]?.id ?? null) : null);

  return (
    <div class="page">
      <div class="page-head">
        <h1>Import</h1>
      </div>
      <div class="grid g-imp">
        <div class="imp-main">
          <NewFiles isFirst={!imports.isLoading && imports.items.length === 0} />
          {list.length > 1 ? <AllDrafts list={list} onSend={onSend} /> : null}
          {list.map((draft) => (
            <DraftCard key={draft.id} draft={draft} onSend={onSend} />
          ))}
          {shown ? (
            <ImportDetail
              key={shown}
              id={shown}
              known={imports.items.find((item) => item.id === shown) ?? null}
              put={imports.put}
              onGo={(id) => change({ id })}
            />
          ) : null}
        </div>
        <Recent imports={imports} chosen={shown} onChoose={(id) => change({ id })} />
      </div>
    </div>
  );
}
