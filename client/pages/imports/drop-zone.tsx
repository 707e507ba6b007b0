import { useRef, useState } from 'preact/hooks';
import type { ImportFormat } from '../../../server/contract/imports.ts';
import { Icon } from '../../components/icon.tsx';
import { workspace } from '../../state/workspace.ts';
import { FORMAT_WORDS } from './import-rows.ts';

/** What applies to a file where its rows do not say it themselves. */
export type FileOptions = { format: ImportFormat; product: string; source: string; isDryRun: boolean };

export const NO_OPTIONS: FileOptions = { format: 'auto', product: '', source: '', isDryRun: false };

const FORMATS: readonly ImportFormat[] = ['auto', 'csv', 'ndjson', 'page'];

type OptionsProps = { options: FileOptions; onChange: (options: FileOptions) => void };

const Options = ({ options, onChange }: OptionsProps) => (
  <div class="imp-options">
    <label class="field">
      <span>Product</span>
      <input
        type="text"
        list="known-products"
        maxLength={120}
        value={options.product}
        placeholder="As in the file"
        onInput={(event) => onChange({ ...options, product: event.currentTarget.value })}
      />
      <small>For rows that name none</small>
    </label>
    <datalist id="known-products">
      {(workspace.value?.products ?? []).map(({ product }) => (
        <option key={product} value={product} />
      ))}
    </datalist>
    <label class="field">
      <span>Source</span>
      <input
        type="text"
        list="known-sources"
        maxLength={80}
        value={options.source}
        placeholder="As in the file"
        onInput={(event) => onChange({ ...options, source: event.currentTarget.value })}
      />
      <small>Shop or site the reviews are from</small>
    </label>
    <datalist id="known-sources">
      {(workspace.value?.sources ?? []).map(({ source }) => (
        <option key={source} value={source} />
      ))}
    </datalist>
    <label class="field">
      <span>Format</span>
      <select
        value={options.format}
        onChange={(event) => onChange({ ...options, format: event.currentTarget.value as ImportFormat })}
      >
        {FORMATS.map((format) => (
          <option key={format} value={format}>
            {FORMAT_WORDS[format]}
          </option>
        ))}
      </select>
      <small>A page is split into reviews and the rest</small>
    </label>
    <label class="check">
      <input
        type="checkbox"
        checked={options.isDryRun}
        onChange={(event) => onChange({ ...options, isDryRun: event.currentTarget.checked })}
      />
      Check only, store nothing
    </label>
  </div>
);

type DropZoneProps = { isFirst: boolean; onFiles: (files: File[], options: FileOptions) => void };

/** One place to drop files or to choose them, with what applies to them above it. */
export function DropZone({ isFirst, onFiles }: DropZoneProps) {
  const [options, setOptions] = useState<FileOptions>(NO_OPTIONS);
  const [isOver, setOver] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const take = (list: FileList | null | undefined) => {
    const files = [...(list ?? [])];
    if (files.length > 0) onFiles(files, options);
  };
  return (
    <section class="card imp-new" aria-label="New import">
      <Options options={options} onChange={setOptions} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping needs a pointer, the button beside it does not */}
      <div
        class={`drop ${isOver ? 'over' : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer?.files);
        }}
      >
        <Icon name="import" />
        <div>
          <b>{isFirst ? 'Drop a file here' : 'Drop another file'}</b>
          <p>CSV, NDJSON or a saved shop page, of any size. The good rows are stored, the others are listed.</p>
        </div>
        <button type="button" class="btn solid" onClick={() => picker.current?.click()}>
          Choose a file
        </button>
        <input
          ref={picker}
          type="file"
          class="sr"
          multiple
          tabIndex={-1}
          aria-label="File to import"
          accept=".csv,.tsv,.ndjson,.jsonl,.json,.txt,.html,.htm"
          onChange={(event) => {
            take(event.currentTarget.files);
            event.currentTarget.value = '';
          }}
        />
      </div>
    </section>
  );
}
