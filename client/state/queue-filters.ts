import type { ClusterSignal, ClusterState, DecisionReason } from '../../server/contract/duplicates.ts';
import { addDays } from './dates.ts';
import { nameOf, nameProduct } from './figures.ts';
import type { Query } from './filters.ts';
import { REASONS, SIGNAL_WORDS } from './split-cluster.ts';

type Choice = { value: string; label: string };
const ALL: Choice = { value: '', label: 'All' };

const SIGNALS: readonly ClusterSignal[] = ['burst', 'same-author', 'same-import'];

/** Ages as days: those that came in `within` so many, or those that have waited `longer`. */
const AGES: readonly (Choice & { within?: number; longer?: number })[] = [
  { value: '1d', label: 'Last 24 hours', within: 1 },
  { value: '7d', label: 'Last 7 days', within: 7 },
  { value: '30d', label: 'Last 30 days', within: 30 },
  { value: 'over-7d', label: 'Older than 7 days', longer: 7 },
  { value: 'over-30d', label: 'Older than 30 days', longer: 30 },
];

export type QueueFilterName =
  | 'kind'
  | 'relation'
  | 'product'
  | 'source'
  | 'reason'
  | 'signal'
  | 'age'
  | 'claimed'
  | 'moderator';

/** A filter of the queue: its name in the address, what it is called, and what it can be; free text without choices. */
export type QueueFilterSpec = {
  name: QueueFilterName;
  label: string;
  choices: readonly Choice[] | null;
  /** Lists that it makes sense for; all unless told. */
  of?: 'open' | 'decided';
  /** Shown without "More filters". */
  isUsual?: boolean;
};

export const QUEUE_FILTERS: readonly QueueFilterSpec[] = [
  {
    name: 'kind',
    label: 'Kind',
    isUsual: true,
    choices: [
      ALL,
      { value: 'exact', label: 'Exact' },
      { value: 'near', label: 'Near' },
      { value: 'paraphrase', label: 'Paraphrase' },
    ],
  },
  { name: 'product', label: 'Product', isUsual: true, choices: null },
  { name: 'source', label: 'Source', choices: null },
  {
    name: 'relation',
    label: 'Copies on',
    choices: [
      ALL,
      { value: 'same', label: 'One site and product' },
      { value: 'syndicated', label: 'Several sites' },
      { value: 'variant', label: 'Several products' },
    ],
  },
  {
    name: 'reason',
    label: 'Reason',
    choices: [ALL, ...REASONS.map(({ id, label }) => ({ value: id as string, label }))],
  },
  {
    name: 'signal',
    label: 'Signal',
    choices: [ALL, ...SIGNALS.map((value) => ({ value, label: SIGNAL_WORDS[value].label }))],
  },
  { name: 'age', label: 'Came in', choices: [{ value: '', label: 'Any time' }, ...AGES] },
  {
    name: 'claimed',
    label: 'Claimed',
    of: 'open',
    choices: [
      { value: '', label: 'All' },
      { value: 'mine', label: 'By me' },
      { value: 'others', label: 'By others' },
      { value: 'free', label: 'By nobody' },
    ],
  },
  { name: 'moderator', label: 'Decided by', of: 'decided', choices: null },
];

export type QueueFilters = Partial<Record<QueueFilterName, string>>;

const MAX_TEXT = 120;

/** Reads the filters of an address; what the server would refuse, and what is not for this list, is left out. */
export function readQueueFilters(params: URLSearchParams, state: ClusterState): QueueFilters {
  const filters: QueueFilters = {};
  for (const { name, choices, of } of QUEUE_FILTERS) {
    const value = params.get(name)?.trim() ?? '';
    const isFor = of === undefined || (of === 'open') === (state === 'open');
    const isKnown = choices === null ? value.length <= MAX_TEXT : choices.some((choice) => choice.value === value);
    if (value !== '' && isFor && isKnown) filters[name] = value;
  }
  return filters;
}

/** As query of the API; ages become days before `today`. */
export function toQueueQuery({ age, ...filters }: QueueFilters, today: string): Query {
  const query: Query = { ...(filters as Query) };
  const { within, longer } = AGES.find(({ value }) => value === age) ?? {};
  if (within !== undefined) query['createdAfter'] = addDays(today, -within);
  if (longer !== undefined) query['createdBefore'] = addDays(today, -longer);
  return query;
}

const labelOf = (name: QueueFilterName, value: string): string => {
  if (name === 'product') return nameProduct(value);
  if (name === 'source') return nameOf(value);
  const choices = QUEUE_FILTERS.find((filter) => filter.name === name)?.choices;
  return choices?.find((choice) => choice.value === value)?.label ?? value;
};

/** "Kind: Exact, Product: Alder One"; what all of the queue is called where nothing narrows it. */
export function tellQueueFilters(filters: QueueFilters): string {
  const told = QUEUE_FILTERS.flatMap(({ name, label }) => {
    const value = filters[name];
    return value === undefined ? [] : [`${label}: ${labelOf(name, value)}`];
  });
  return told.length === 0 ? 'no filter: the whole queue' : told.join(', ');
}

/** Every parameter set to nothing: what "Clear" does to the address. */
export const CLEARED = Object.fromEntries(QUEUE_FILTERS.map(({ name }) => [name, null]));

/** What a decision was for, in words. */
export const nameReason = (reason: DecisionReason | string | null): string | undefined =>
  REASONS.find(({ id }) => id === reason)?.label;
