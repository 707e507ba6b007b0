import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { ApiError, getCsv } from '../api.ts';
import { formatInstant } from '../state/dates.ts';
import { type Query, readFilters } from '../state/filters.ts';
import type { Resource } from '../state/resource.ts';
import { showToast } from '../state/toast.ts';
import { DataTable, type TableView } from './data-table.tsx';
import { tellFilters } from './filter-tools.tsx';
import { Icon } from './icon.tsx';
import { Failed, Skeleton } from './parts.tsx';

type ChartCardProps<T> = {
  title: string;
  subtitle: ComponentChildren;
  resource: Resource<T>;
  /** Height of the grey block while the first answer is awaited, in pixels: that of the chart. */
  height: number;
  /** Path and query whose CSV has the same rows. */
  csv: { path: string; query: Query; filename: string };
  table: (value: T) => TableView;
  /** What stands in place of the chart when there is nothing to draw, or null. */
  empty?: (value: T) => ComponentChildren | null;
  children: (value: T) => ComponentChildren;
  foot?: (value: T) => ComponentChildren;
  controls?: ComponentChildren;
};

/** Hands a file to the browser's downloads. */
function saveFile(content: Blob, filename: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = filename;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

async function downloadCsv({ path, query, filename }: ChartCardProps<unknown>['csv']) {
  try {
    saveFile(await getCsv(path, query), filename);
  } catch (error) {
    const detail = error instanceof ApiError ? error.message : String(error);
    showToast({ kind: 'failed', text: `The CSV did not download. ${detail}`, action: null });
  }
}

/** The card as it stands, with the filters, the period and the time that its figures are of. */
async function downloadPng(card: HTMLElement | null, { query, filename }: ChartCardProps<unknown>['csv']) {
  if (!card) return;
  try {
    const { drawCard } = await import('../charts/card-image.ts');
    const lines = [
      tellFilters(readFilters(new URLSearchParams(query))),
      `Reviewfinder, ${formatInstant(new Date().toISOString())}`,
    ];
    saveFile(await drawCard(card, lines), filename.replace(/\.csv$/, '.png'));
  } catch (error) {
    showToast({ kind: 'failed', text: `The picture could not be made. ${String(error)}`, action: null });
  }
}

/** A card with one chart: its table and its CSV, and its own states of loading, failed and empty. */
export function ChartCard<T>(props: ChartCardProps<T>) {
  const { title, subtitle, resource, height, csv, table, empty, children, foot, controls } = props;
  const id = useId();
  const [isTable, setTable] = useState(false);
  const card = useRef<HTMLElement>(null);
  const { value, error, isLoading, reload } = resource;
  const nothing = value === null ? null : (empty?.(value) ?? null);
  return (
    <section ref={card} class="card chart-card" aria-labelledby={id} aria-busy={isLoading}>
      <div class="card-h">
        <div>
          <h2 id={id}>{title}</h2>
          <p>{subtitle}</p>
        </div>
        <div class="tools">
          <button
            type="button"
            class="icon-btn"
            aria-pressed={isTable}
            aria-label={`View ${title.toLowerCase()} as table`}
            title={isTable ? 'View as chart' : 'View as table'}
            onClick={() => setTable(!isTable)}
          >
            <Icon name={isTable ? 'chart' : 'table'} />
          </button>
          <button
            type="button"
            class="icon-btn"
            aria-label={`Download ${title.toLowerCase()} as PNG`}
            title="Download PNG"
            disabled={value === null || nothing !== null || error !== null}
            onClick={() => void downloadPng(card.current, csv)}
          >
            <Icon name="image" />
          </button>
          <button
            type="button"
            class="icon-btn"
            aria-label={`Download ${title.toLowerCase()} as CSV`}
            title="Download CSV"
            onClick={() => void downloadCsv(csv)}
          >
            <Icon name="download" />
          </button>
        </div>
      </div>
      {controls}
      {error ? (
        <Failed what="This card" detail={error.message} onRetry={reload} />
      ) : value === null ? (
        <div class="card-b">
          <Skeleton height={height} />
        </div>
      ) : nothing ? (
        nothing
      ) : (
        <div class={`card-b ${isLoading ? 'stale' : ''}`} style={{ '--chart-height': `${height}px` }}>
          {isTable ? <DataTable caption={title} view={table(value)} /> : children(value)}
        </div>
      )}
      {foot && value !== null && !nothing && !isTable && !error ? <div class="card-f">{foot(value)}</div> : null}
    </section>
  );
}
