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

/** What narrows the queue: the usual filters in the row, all others behind "More filters", which counts them. */
export function QueueFilterBar({ tab, filters, moderators, isOpen, onOpen, onChange }: QueueFilterBarProps) {
  const isNarrow = useMedia('(max-width: 900px)');
  const known = QUEUE_FILTERS.filter(({ of }) => of === undefined || (of === 'open') === (tab === 'open'));
  const inRow = known.filter(({ isUsual }) => isUsual && !isNarrow);
  const inMore = known.filter((filter) => !inRow.includes(filter));
  const hidden = inMore.filter(({ name }) => filters[name] !== undefined).length;
  const pill = (filter: QueueFilterSpec) => {
    const value = filters[filter.name] ?? '';
    return (
      <PillSelect
        key={filter.name}
        label={filter.label}
        value={value}
        isOn={value !== ''}
        options={withChosen(choicesOf(filter, moderators), value)}
        onChange={(chosen) => onChange({ [filter.name]: chosen || null })}
      />
    );
  };
  return (
    <>
      {inRow.map(pill)}
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
      {isOpen ? (
        // biome-ignore lint/a11y/useSemanticElements: a row of selects
        <div class="more-filters" id="more-filters" role="group" aria-label="More filters">
          {inMore.map(pill)}
          {Object.keys(filters).length > 0 ? (
            <button type="button" class="btn quiet" onClick={() => onChange(CLEARED)}>
              Clear filters
            </button>
          ) : null}
        </div>
      ) : null}
    </>
  );
}
