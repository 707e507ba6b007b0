import type { Query } from './filters.ts';
import { REASONS } from './split-cluster.ts';

type Choice = { value: string; label: string };

export type LogFilterName = 'moderator' | 'action' | 'reason' | 'undone' | 'from' | 'to' | 'cluster' | 'bulk';
export type LogFilters = Partial<Record<LogFilterName, string>>;

/** Filters of the log with a few choices. */
export const LOG_CHOICES: readonly { name: LogFilterName; label: string; choices: readonly Choice[] }[] = [
  {
    name: 'action',
    label: 'Decision',
    choices: [
      { value: '', label: 'All' },
      { value: 'remove', label: 'Removed copies' },
      { value: 'not_duplicates', label: 'Not duplicates' },
    ],
  },
  {
    name: 'reason',
    label: 'Reason',
    choices: [{ value: '', label: 'All' }, ...REASONS.map(({ id, label }) => ({ value: id as string, label }))],
  },
  {
    name: 'undone',
    label: 'Stands',
    choices: [
      { value: '', label: 'All' },
      { value: 'false', label: 'Standing' },
      { value: 'true', label: 'Undone' },
    ],
  },
];

const PATTERNS: readonly { name: LogFilterName; pattern: RegExp }[] = [
  { name: 'moderator', pattern: /^.{1,200}$/u },
  { name: 'from', pattern: /^\d{4}-\d{2}-\d{2}$/ },
  { name: 'to', pattern: /^\d{4}-\d{2}-\d{2}$/ },
  { name: 'cluster', pattern: /^C-[1-9]\d{0,14}$/ },
  { name: 'bulk', pattern: /^B-[1-9]\d{0,14}$/ },
];

const isDay = (text: string) => !Number.isNaN(Date.parse(text));

/** Reads the filters of an address, which are the API's too; what the server would refuse is left out. */
export function readLogFilters(params: URLSearchParams): LogFilters & Query {
  const filters: LogFilters & Query = {};
  for (const { name, choices } of LOG_CHOICES) {
    const value = params.get(name) ?? '';
    if (value !== '' && choices.some((choice) => choice.value === value)) filters[name] = value;
  }
  for (const { name, pattern } of PATTERNS) {
    const value = params.get(name)?.trim() ?? '';
    const isRight = pattern.test(value) && ((name !== 'from' && name !== 'to') || isDay(value));
    if (isRight) filters[name] = value;
  }
  return filters;
}
