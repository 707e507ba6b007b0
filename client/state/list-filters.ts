import type { ReviewStatus } from '../../server/contract/primitives.ts';
import type { Active, Query } from './filters.ts';

/** What narrows the list of reviews besides the filters that every page has; '' narrows nothing. */
export type ListFilters = {
  words: string;
  status: ReviewStatus | '';
  checked: 'true' | 'false' | '';
  /** Id of the import that brought them in. */
  broughtBy: string;
};

type Choice<T extends string> = { value: T | ''; label: string };

export const STATUSES: readonly Choice<ReviewStatus>[] = [
  { value: '', label: 'All' },
  { value: 'published', label: 'Published' },
  { value: 'pending', label: 'Held' },
  { value: 'removed', label: 'Removed' },
];

/** Whether a person has called the tags right. */
export const CHECKED: readonly Choice<'true' | 'false'>[] = [
  { value: '', label: 'All' },
  { value: 'false', label: 'Not checked' },
  { value: 'true', label: 'Checked' },
];

const MAX_WORDS = 200;
const IMPORT_ID = /^I-[1-9][0-9]{0,14}$/;

const choose = <T extends string>(choices: readonly Choice<T>[], value: string | null): T | '' =>
  choices.find((choice) => choice.value === value)?.value ?? '';

const labelIn = <T extends string>(choices: readonly Choice<T>[], value: T) =>
  choices.find((choice) => choice.value === value)?.label ?? value;

/** Reads them from an address; what the server would refuse is left out. */
export const readListFilters = (params: URLSearchParams): ListFilters => ({
  words: (params.get('q') ?? '').slice(0, MAX_WORDS),
  status: choose(STATUSES, params.get('status')),
  checked: choose(CHECKED, params.get('checked')),
  broughtBy: IMPORT_ID.exec(params.get('import') ?? '')?.[0] ?? '',
});

/** As query parameters, for the address and for the API alike. */
export const writeListFilters = ({ words, status, checked, broughtBy }: ListFilters): Query => ({
  ...(words ? { q: words } : {}),
  ...(status ? { status } : {}),
  ...(checked ? { checked } : {}),
  ...(broughtBy ? { import: broughtBy } : {}),
});

/** Those in force, in words, each with the parameter to drop to be rid of it. */
export function listActiveOfList({ words, status, checked, broughtBy }: ListFilters): Active[] {
  const active: Active[] = [];
  if (words) active.push({ label: words, drop: ['q'] });
  if (status) active.push({ label: labelIn(STATUSES, status), drop: ['status'] });
  if (checked) active.push({ label: `Tags: ${labelIn(CHECKED, checked)}`, drop: ['checked'] });
  if (broughtBy) active.push({ label: `Import ${broughtBy}`, drop: ['import'] });
  return active;
}
