import type { ColumnMap, ImportField, InspectedFile } from '../../../server/contract/imports.ts';
import { FIELDS, setColumn } from './questions.ts';

type Column = InspectedFile['columns'][number];

const Samples = ({ column }: { column: Column | undefined }) =>
  column === undefined ? (
    <span class="muted">–</span>
  ) : column.samples.length === 0 ? (
    <span class="muted">Empty, or never stored</span>
  ) : (
    <ul class="col-examples">
      {column.samples.map((sample) => (
        <li key={sample}>{sample}</li>
      ))}
    </ul>
  );

const isNeeded = (field: ImportField, hasProduct: boolean) => field === 'text' || (field === 'product' && !hasProduct);

type ColumnMapProps = {
  columns: readonly Column[];
  map: ColumnMap;
  /** The product is named for the whole file: its column may be missing. */
  hasProduct: boolean;
  onChange: (map: ColumnMap) => void;
};

/** Which column of the file stands for what, with examples beside each, and what is left out. */
export function ColumnMapTable({ columns, map, hasProduct, onChange }: ColumnMapProps) {
  const used = new Set(Object.values(map));
  const unused = columns.filter(({ name }) => !used.has(name));
  return (
    <>
      <table class="t col-map">
        <caption class="sr">Which column stands for what</caption>
        <thead>
          <tr>
            <th scope="col">Reviewfinder reads</th>
            <th scope="col">from the column</th>
            <th scope="col">Examples in it</th>
          </tr>
        </thead>
        <tbody>
          {FIELDS.map(({ field, label, hint }) => (
            <tr key={field}>
              <th scope="row" title={hint}>
                {label}
                {isNeeded(field, hasProduct) ? <b class="imp-req"> needed</b> : null}
              </th>
              <td>
                <select
                  class="col-choice"
                  aria-label={`Column for ${label}`}
                  aria-invalid={isNeeded(field, hasProduct) && map[field] === undefined}
                  value={map[field] ?? ''}
                  onChange={(event) => onChange(setColumn(map, field, event.currentTarget.value || null))}
                >
                  <option value="">Not in the file</option>
                  {columns.map(({ name }) => (
                    <option key={name} value={name}>
                      {name}
                    </option>
                  ))}
                </select>
              </td>
              <td class="col-samples">
                <Samples column={columns.find(({ name }) => name === map[field])} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {unused.length > 0 ? (
        <p class="imp-told">
          Left out:{' '}
          {unused.map(({ name }, at) => (
            <span key={name}>
              {at > 0 ? ', ' : ''}
              <span class="code">{name}</span>
            </span>
          ))}
        </p>
      ) : null}
    </>
  );
}
