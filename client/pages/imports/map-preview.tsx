import type { ColumnMap } from '../../../server/contract/imports.ts';
import { Stars } from '../../components/parts.tsx';
import { formatDay } from '../../state/dates.ts';
import { nameProduct } from '../../state/figures.ts';
import { readBothWays } from './date-readings.ts';
import type { FileOptions } from './file-options.ts';
import { cutDate, dropMarkup, readStars } from './preview-cells.ts';
import type { RawRow } from './read-rows.ts';

const LONG = 260;

/** A date as it stands there; in words where an order was chosen for the file. */
function tellDate(value: string, { dates }: FileOptions): string {
  const readings = readBothWays(value);
  return readings && dates !== '' ? formatDay(readings[dates]) : cutDate(value);
}

/** The stars; a cell that says none as it stands there. */
const Rating = ({ cell }: { cell: string }) => {
  const rating = readStars(cell);
  return rating === null ? <span class="muted">{cell.slice(0, 20)}</span> : <Stars rating={rating} />;
};

const PreviewItem = ({ row, map, options }: { row: RawRow; map: ColumnMap; options: FileOptions }) => {
  const cell = (field: keyof ColumnMap) => (map[field] === undefined ? '' : (row[map[field]] ?? '').trim());
  const text = dropMarkup(cell('text'));
  const product = cell('product') || options.product.trim();
  const facts = [
    cell('date') && tellDate(cell('date'), options),
    cell('author'),
    cell('source') || options.source.trim(),
  ];
  return (
    <li>
      <p class="pre-facts">
        {cell('rating') ? <Rating cell={cell('rating')} /> : null}
        <b>{product ? nameProduct(product) : 'Product not named'}</b>
        {facts
          .filter((fact) => fact !== '')
          .map((fact) => (
            <span key={fact} class="muted">
              {fact.slice(0, 60)}
            </span>
          ))}
      </p>
      {cell('title') ? <p class="pre-title">{dropMarkup(cell('title')).slice(0, 120)}</p> : null}
      <p class={text ? '' : 'muted'}>{text ? `${text.slice(0, LONG)}${text.length > LONG ? '…' : ''}` : 'No text'}</p>
    </li>
  );
};

type MapPreviewProps = { rows: readonly RawRow[]; map: ColumnMap; options: FileOptions };

/** The first rows as the reviews that they would become. */
export const MapPreview = ({ rows, map, options }: MapPreviewProps) => (
  <section class="imp-preview" aria-label="First rows as reviews">
    <h3>The first rows as reviews</h3>
    <ol aria-live="polite">
      {rows.map((row, at) => (
        <PreviewItem key={at} row={row} map={map} options={options} />
      ))}
    </ol>
  </section>
);
