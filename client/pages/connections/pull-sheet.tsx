import { useEffect, useRef, useState } from 'preact/hooks';
import type { DateOrder, ImportFormat, TextEncoding } from '../../../server/contract/imports.ts';
import type { PullView } from '../../../server/contract/pull.ts';
import { patchJson, postJson, toApiFailure } from '../../api.ts';
import { showToast } from '../../state/toast.ts';
import { type FileOptions, NO_OPTIONS } from '../imports/file-options.ts';
import { OptionsFields } from '../imports/options-fields.tsx';
import { TextField } from './field.tsx';
import { NO_FAULTS, readFaults } from './form-faults.ts';
import { Sheet } from './sheet.tsx';
import { SCHEDULES, shortUrl, tellEvery } from './tell.ts';

const FIELDS = ['url'];

const toOptions = (pull: PullView | null): FileOptions => ({
  ...NO_OPTIONS,
  format: pull?.format ?? 'auto',
  product: pull?.product ?? '',
  source: pull?.source ?? '',
  dates: pull?.dates ?? '',
  encoding: pull?.encoding ?? '',
});

type PullBody = {
  url: string;
  everyMinutes: number;
  format: ImportFormat;
  product: string | null;
  source: string | null;
  dates: DateOrder | null;
  encoding: TextEncoding | null;
};

const toBody = (
  url: string,
  everyMinutes: number,
  { format, product, source, dates, encoding }: FileOptions,
): PullBody => ({
  url: url.trim(),
  everyMinutes,
  format,
  product: product.trim() || null,
  source: source.trim() || null,
  dates: dates || null,
  encoding: encoding || null,
});

type PullSheetProps = {
  /** Null to add one. */
  start: PullView | null;
  allowedOrigins: readonly string[];
  onSaved: () => void;
  onClose: () => void;
};

/** Adds or changes an address whose file is fetched by a schedule. */
export function PullSheet({ start, allowedOrigins, onSaved, onClose }: PullSheetProps) {
  const [url, setUrl] = useState(start?.url ?? '');
  const [everyMinutes, setEvery] = useState(start?.everyMinutes ?? 60);
  const [options, setOptions] = useState(() => toOptions(start));
  const [faults, setFaults] = useState(NO_FAULTS);
  const [isSending, setSending] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), [faults]);
  const schedules = [...new Set([...SCHEDULES, everyMinutes])].sort((a, b) => a - b);

  const save = async () => {
    setSending(true);
    try {
      const body = toBody(url, everyMinutes, options);
      if (start) await patchJson(`/pulls/${start.id}`, body);
      else await postJson('/pulls', body);
      showToast({ kind: 'done', text: `${shortUrl(body.url)} is fetched ${tellEvery(everyMinutes)}.`, action: null });
      onSaved();
      onClose();
    } catch (error) {
      setFaults(readFaults(toApiFailure(error), FIELDS));
    } finally {
      setSending(false);
    }
  };

  return (
    <Sheet title={start ? 'Change the address' : 'Fetch a file by a schedule'} onClose={onClose} isForm>
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
            id="pull-url"
            label="Address of the file"
            isUrl
            value={url}
            maxLength={2000}
            isRequired
            hint={`Below ${allowedOrigins.join(' or ')}`}
            fault={faults.fields['url']}
            onInput={setUrl}
          />
          <label class="field">
            <span>Fetch it</span>
            <select value={everyMinutes} onChange={(event) => setEvery(Number(event.currentTarget.value))}>
              {schedules.map((minutes) => (
                <option key={minutes} value={minutes}>
                  {tellEvery(minutes)}
                </option>
              ))}
            </select>
            <small>Imported only where it has changed</small>
          </label>
          <OptionsFields id="pull" options={options} onChange={setOptions} />
          {faults.other ? (
            <p class="error-text" role="alert">
              Not saved. {faults.other}
            </p>
          ) : null}
        </div>
        <footer class="sheet-foot">
          <button type="submit" class="btn solid" disabled={isSending}>
            {isSending ? 'Saving…' : start ? 'Save' : 'Fetch it now and by this schedule'}
          </button>
          <button type="button" class="btn quiet" onClick={onClose}>
            Cancel
          </button>
        </footer>
      </form>
    </Sheet>
  );
}
