import type { DateOrder, ImportFormat, TextEncoding } from '../../../server/contract/imports.ts';
import { workspace } from '../../state/workspace.ts';
import { ENCODING_WORDS, type FileOptions, FORMAT_WORDS } from './file-options.ts';

type FieldProps = { id: string; options: FileOptions; onChange: (options: FileOptions) => void };

/** Names that are known already, to choose from while typing. */
const Known = ({ id, names }: { id: string; names: readonly string[] }) => (
  <datalist id={id}>
    {names.map((name) => (
      <option key={name} value={name} />
    ))}
  </datalist>
);

/** Which product a file is about, where its rows do not say it. */
export const ProductField = ({ id, options, onChange, isAsked }: FieldProps & { isAsked: boolean }) => (
  <label class="field">
    <span>
      Product
      {isAsked ? <b class="imp-req"> needed</b> : null}
    </span>
    <input
      type="text"
      list={`${id}-products`}
      maxLength={120}
      value={options.product}
      required={isAsked}
      placeholder={isAsked ? '' : 'As in the file'}
      onInput={(event) => onChange({ ...options, product: event.currentTarget.value })}
    />
    <Known id={`${id}-products`} names={(workspace.value?.products ?? []).map(({ product }) => product)} />
    <small>{isAsked ? 'The file names none' : 'For rows that name none'}</small>
  </label>
);

const DATES: readonly { value: DateOrder | ''; label: string }[] = [
  { value: '', label: 'Only where clear' },
  { value: 'day-first', label: 'Day first (25/03)' },
  { value: 'month-first', label: 'Month first (03/25)' },
];
const FORMATS = Object.keys(FORMAT_WORDS) as ImportFormat[];
const ENCODINGS = Object.keys(ENCODING_WORDS) as TextEncoding[];

/** What applies to a whole file: product unless it is asked for elsewhere, source, format, dates and characters. */
export const OptionsFields = ({ id, options, onChange, hasProduct = true }: FieldProps & { hasProduct?: boolean }) => (
  <div class="imp-options">
    {hasProduct ? <ProductField id={id} options={options} onChange={onChange} isAsked={false} /> : null}
    <label class="field">
      <span>Source</span>
      <input
        type="text"
        list={`${id}-sources`}
        maxLength={80}
        value={options.source}
        placeholder="As in the file"
        onInput={(event) => onChange({ ...options, source: event.currentTarget.value })}
      />
      <Known id={`${id}-sources`} names={(workspace.value?.sources ?? []).map(({ source }) => source)} />
      <small>Shop or site the reviews are from</small>
    </label>
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
    <label class="field">
      <span>Dates</span>
      <select
        value={options.dates}
        onChange={(event) => onChange({ ...options, dates: event.currentTarget.value as DateOrder | '' })}
      >
        {DATES.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <small>How 05/03/2026 is read</small>
    </label>
    <label class="field">
      <span>Characters</span>
      <select
        value={options.encoding || 'utf-8'}
        onChange={(event) => onChange({ ...options, encoding: event.currentTarget.value as TextEncoding })}
      >
        {ENCODINGS.map((encoding) => (
          <option key={encoding} value={encoding}>
            {ENCODING_WORDS[encoding]}
          </option>
        ))}
      </select>
      <small>How é and “ are read in a text file</small>
    </label>
  </div>
);
