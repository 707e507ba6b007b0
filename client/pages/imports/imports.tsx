import { useEffect, useRef, useState } from 'preact/hooks';
import type { ImportPage, ImportView } from '../../../server/contract/imports.ts';
import { ApiError, uploadFile } from '../../api.ts';
import { Empty, Failed, Skeleton } from '../../components/parts.tsx';
import { useAddress } from '../../state/address.ts';
import type { Query } from '../../state/filters.ts';
import { usePages } from '../../state/pages.ts';
import { pendingFiles } from '../../state/pending-files.ts';
import { refreshWorkspace } from '../../state/workspace.ts';
import { DropZone, type FileOptions, NO_OPTIONS } from './drop-zone.tsx';
import { ImportDetail } from './import-detail.tsx';
import { ImportList } from './import-list.tsx';
import { typeOf } from './import-rows.ts';

/** A file that is still being sent, or that the server refused at the door. */
export type Sending = { id: number; file: File; share: number; error: string | null };

let sendings = 0;

const toQuery = (file: File, { format, product, source, isDryRun }: FileOptions): Query => ({
  filename: file.name.slice(0, 255),
  ...(format === 'auto' ? {} : { format }),
  ...(product.trim() === '' ? {} : { product: product.trim() }),
  ...(source.trim() === '' ? {} : { source: source.trim() }),
  ...(isDryRun ? { dryRun: 'true' } : {}),
});

/** Sends files one after the other; files of checked imports are kept, so that they can be imported for real. */
function useSending(onStarted: (view: ImportView) => void) {
  const [list, setList] = useState<Sending[]>([]);
  const kept = useRef(new Map<string, { file: File; options: FileOptions }>());
  const change = (id: number, patch: Partial<Sending> | null) =>
    setList((old) =>
      old.flatMap((entry) => (entry.id !== id ? [entry] : patch === null ? [] : [{ ...entry, ...patch }])),
    );

  const send = async (files: File[], options: FileOptions) => {
    const started = files.map((file) => {
      sendings += 1;
      return { id: sendings, file, share: 0, error: null };
    });
    setList((old) => [...started, ...old]);
    for (const { id, file } of started) {
      try {
        const view = await uploadFile<ImportView>('/imports', {
          file,
          type: typeOf(file.name, options.format),
          query: toQuery(file, options),
          onProgress: (share) => change(id, { share }),
        });
        if (options.isDryRun) kept.current.set(view.id, { file, options });
        change(id, null);
        onStarted(view);
      } catch (error) {
        change(id, { error: error instanceof ApiError ? error.message : String(error) });
      }
    }
  };
  const repeat = (id: string) => {
    const entry = kept.current.get(id);
    return entry ? () => void send([entry.file], { ...entry.options, isDryRun: false }) : null;
  };
  return { list, send, repeat, dismiss: (id: number) => change(id, null) };
}

/** Brings files in, and shows what became of each. */
export function Imports() {
  const { params, change } = useAddress();
  const pages = usePages<ImportView, ImportPage>('/imports', { limit: '20' });
  const [fresh, setFresh] = useState<ImportView[]>([]);
  const shown = params.get('id');
  useEffect(() => {
    document.title = 'Import · Reviewfinder';
  }, []);

  const update = (view: ImportView) => {
    setFresh((old) => [view, ...old.filter((entry) => entry.id !== view.id)]);
    if (view.state === 'done' || view.state === 'failed') void refreshWorkspace();
  };
  const sending = useSending((view) => {
    update(view);
    void refreshWorkspace();
    change({ id: view.id }, { replace: true });
  });
  useEffect(() => {
    const files = pendingFiles.value;
    pendingFiles.value = [];
    if (files.length > 0) void sending.send(files, NO_OPTIONS);
  }, []);
  const known = new Map(fresh.map((view) => [view.id, view]));
  const items = [
    ...fresh.filter((view) => !pages.items.some((item) => item.id === view.id)),
    ...pages.items.map((item) => known.get(item.id) ?? item),
  ];
  items.sort((a, b) => b.createdAt.localeCompare(a.createdAt) || b.id.localeCompare(a.id));
  const chosen = items.find((item) => item.id === shown) ?? (shown === null ? items[0] : undefined);

  return (
    <div class="page">
      <div class="page-head">
        <h1>Import</h1>
        <a class="link phone-only" href="/features">
          Feature list
        </a>
      </div>
      <div class="grid g-imp">
        <div class="imp-main">
          <DropZone isFirst={items.length === 0} onFiles={(files, options) => void sending.send(files, options)} />
          {chosen || shown ? (
            <ImportDetail
              key={chosen?.id ?? shown ?? ''}
              id={chosen?.id ?? shown ?? ''}
              start={chosen ?? null}
              onUpdate={update}
              onRepeat={sending.repeat(chosen?.id ?? '')}
            />
          ) : null}
        </div>
        <section class="card" aria-labelledby="imports-title">
          <div class="card-h">
            <div>
              <h2 id="imports-title">Recent imports</h2>
            </div>
          </div>
          <div class="card-b">
            {pages.error && items.length === 0 ? (
              <Failed what="The list" detail={pages.error.message} onRetry={pages.reload} />
            ) : pages.isLoading && items.length === 0 ? (
              <Skeleton lines={6} />
            ) : items.length === 0 && sending.list.length === 0 ? (
              <Empty icon="import" title="Nothing imported yet">
                What you bring in is listed here with its errors.
              </Empty>
            ) : (
              <ImportList
                items={items}
                sending={sending.list}
                chosen={chosen?.id ?? null}
                onChoose={(id) => change({ id })}
                onDismiss={sending.dismiss}
                more={pages.hasMore ? pages.loadMore : null}
              />
            )}
          </div>
        </section>
      </div>
    </div>
  );
}
