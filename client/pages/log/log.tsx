import { useEffect } from 'preact/hooks';
import { Icon } from '../../components/icon.tsx';
import { PillSelect, Segments } from '../../components/parts.tsx';
import { SavedViews } from '../../components/saved-views.tsx';
import { type Patch, toAddress, useAddress } from '../../state/address.ts';
import { LOG_CHOICES, type LogFilters, readLogFilters } from '../../state/log-filters.ts';
import { downloadCsv } from '../../state/save-file.ts';
import { ChainLine } from './chain-line.tsx';
import { DecisionLog } from './decision-log.tsx';
import { HeldLog } from './held-log.tsx';

const LISTS = [
  { id: 'duplicates', label: 'Duplicates' },
  { id: 'held', label: 'Held reviews' },
] as const;

const CLEARED: Patch = {
  moderator: null,
  action: null,
  reason: null,
  undone: null,
  from: null,
  to: null,
  cluster: null,
  bulk: null,
};

type LogFilterBarProps = { filters: LogFilters; change: (patch: Patch) => void };

/** What narrows the log. */
const LogFilterBar = ({ filters, change }: LogFilterBarProps) => (
  <>
    {LOG_CHOICES.map(({ name, label, choices }) => (
      <PillSelect
        key={name}
        label={label}
        value={filters[name] ?? ''}
        isOn={filters[name] !== undefined}
        options={choices}
        onChange={(value) => change({ [name]: value || null })}
      />
    ))}
    <label class={`pill ${filters.moderator ? 'on' : ''}`}>
      <span>By</span>
      <input
        type="text"
        class="by"
        value={filters.moderator ?? ''}
        placeholder="Anybody"
        onChange={(event) => change({ moderator: event.currentTarget.value.trim() || null })}
      />
    </label>
    {(['from', 'to'] as const).map((name) => (
      <label key={name} class={`pill ${filters[name] ? 'on' : ''}`}>
        <span>{name === 'from' ? 'From' : 'To'}</span>
        <input
          type="date"
          value={filters[name] ?? ''}
          onChange={(event) => change({ [name]: event.currentTarget.value || null })}
        />
      </label>
    ))}
    {(['cluster', 'bulk'] as const).map((name) =>
      filters[name] ? (
        <button key={name} type="button" class="pill on" onClick={() => change({ [name]: null })}>
          <b>{filters[name]}</b>
          <Icon name="close" />
          <span class="sr">Show all again</span>
        </button>
      ) : null,
    )}
  </>
);

/** All decisions with who, when and why, each with its way back; and the state of the log that nobody can change. */
export function Log() {
  const { params, change, route } = useAddress();
  const filters = readLogFilters(params);
  const list = params.get('list') === 'held' ? 'held' : 'duplicates';
  useEffect(() => {
    document.title = 'Decisions · Reviewfinder';
  }, []);
  return (
    <div class="page log-page">
      <div class="page-head">
        <h1>Decisions</h1>
        <div class="right">
          <SavedViews
            page="log"
            query={params.toString()}
            onOpen={(saved) => route(toAddress('/log', new URLSearchParams(saved)))}
          />
          <button
            type="button"
            class="btn"
            aria-label="Download decisions as CSV"
            title="All that match, as CSV"
            onClick={() => void downloadCsv('/decisions', filters, 'decisions.csv')}
          >
            <Icon name="download" />
            <span class="wide-text">CSV</span>
          </button>
          <button
            type="button"
            class="btn quiet"
            aria-label="Download the sealed log as CSV"
            title="Every row with its hashes"
            onClick={() => void downloadCsv('/decisions/log', {}, 'decision-log.csv')}
          >
            <Icon name="link" />
            <span class="wide-text">Sealed log</span>
          </button>
        </div>
      </div>
      <ChainLine />
      <div class="filters">
        <Segments
          label="Decisions on"
          chosen={list}
          choices={LISTS}
          onChoose={(id) => change({ ...CLEARED, list: id === 'held' ? id : null })}
        />
        {list === 'duplicates' ? <LogFilterBar filters={filters} change={change} /> : null}
      </div>
      <section class="card" aria-label="Decisions">
        {list === 'held' ? <HeldLog /> : <DecisionLog query={filters} onClear={() => change(CLEARED)} />}
      </section>
    </div>
  );
}
