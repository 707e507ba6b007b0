import { useState } from 'preact/hooks';
import type { ClusterState } from '../../../server/contract/duplicates.ts';
import { Icon } from '../../components/icon.tsx';
import { PillSelect } from '../../components/parts.tsx';
import { formatCount, nameOf, nameProduct } from '../../state/figures.ts';
import { useMedia } from '../../state/media.ts';
import {
  CLEARED,
  QUEUE_FILTERS,
  type QueueFilterName,
  type QueueFilterSpec,
  type QueueFilters,
} from '../../state/queue-filters.ts';
import { workspace } from '../../state/workspace.ts';

type Choice = { value: string; label: string };

/** A value of the address that nobody knows here is still shown: controls always say what is in force. */
const withChosen = (choices: readonly Choice[], chosen: string): readonly Choice[] =>
  chosen === '' || choices.some(({ value }) => value === chosen)
    ? choices
    : [...choices, { value: chosen, label: chosen }];

const allOf = (choices: Choice[]): Choice[] => [
  { value: '', label: choices.length === 0 ? 'All' : `All ${formatCount(choices.length)}` },
  ...choices,
];

function choicesOf({ name, choices }: QueueFilterSpec, moderators: readonly string[]): readonly Choice[] {
  if (choices !== null) return choices;
  const { products = [], sources = [] } = workspace.value ?? {};
  if (name === 'product')
    return allOf(products.map(({ product }) => ({ value: product, label: nameProduct(product) })));
  if (name === 'source') return allOf(sources.map(({ source }) => ({ value: source, label: nameOf(source) })));
  return allOf(moderators.map((moderator) => ({ value: moderator, label: moderator })));
}

type QueueFilterBarProps = {
  tab: ClusterState;
  filters: QueueFilters;
  /** Who has decided, as far as is known. */
  moderators: readonly string[];
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  onChange: (patch: Partial<Record<QueueFilterName, string | null>>) => void;
};

/** Whether "More filters" is open: at first where one behind it is in force. */
export function useMoreFilters(filters: QueueFilters) {
  const [isOpen, setOpen] = useState(() =>
    QUEUE_FILTERS.some(({ name, isUsual }) => !isUsual && filters[name] !== undefined),
  );
  return { isOpen, setOpen };
}

function useQueueFilters({ tab, filters }: Pick<QueueFilterBarProps, 'tab' | 'filters'>) {
  const isNarrow = useMedia('(max-width: 900px)');
  const known = QUEUE_FILTERS.filter(({ of }) => of === undefined || (of === 'open') === (tab === 'open'));
  const inRow = known.filter(({ isUsual }) => isUsual && !isNarrow);
  const inMore = known.filter((filter) => !inRow.includes(filter));
  return { isNarrow, inRow, inMore, hidden: inMore.filter(({ name }) => filters[name] !== undefined).length };
}

type FilterPillProps = Pick<QueueFilterBarProps, 'filters' | 'moderators' | 'onChange'> & { filter: QueueFilterSpec };

const FilterPill = ({ filter, filters, moderators, onChange }: FilterPillProps) => {
  const value = filters[filter.name] ?? '';
  return (
    <PillSelect
      label={filter.label}
      value={value}
      isOn={value !== ''}
      options={withChosen(choicesOf(filter, moderators), value)}
      onChange={(chosen) => onChange({ [filter.name]: chosen || null })}
    />
  );
};

/** What narrows the queue: the usual filters, and the way to all others, which counts them. */
export function QueueFilterBar(props: QueueFilterBarProps) {
  const { isOpen, onOpen } = props;
  const { isNarrow, inRow, hidden } = useQueueFilters(props);
  return (
    <>
      {inRow.map((filter) => (
        <FilterPill key={filter.name} filter={filter} {...props} />
      ))}
      <button
        type="button"
        class={`pill ${hidden > 0 ? 'on' : ''}`}
        aria-expanded={isOpen}
        onClick={() => onOpen(!isOpen)}
      >
        <Icon name="settings" />
        <b>{isNarrow ? 'Filters' : 'More filters'}</b>
        {hidden > 0 ? <span>{hidden}</span> : null}
      </button>
    </>
  );
}

/** The rarer filters, in a row of their own while they are open. */
export function MoreFilters(props: QueueFilterBarProps) {
  const { filters, isOpen, onChange } = props;
  const { inMore } = useQueueFilters(props);
  if (!isOpen) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of selects
    <div class="more-filters" role="group" aria-label="More filters">
      {inMore.map((filter) => (
        <FilterPill key={filter.name} filter={filter} {...props} />
      ))}
      {Object.keys(filters).length > 0 ? (
        <button type="button" class="btn quiet" onClick={() => onChange(CLEARED)}>
          Clear filters
        </button>
      ) : null}
    </div>
  );
}
