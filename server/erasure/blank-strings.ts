import type { PersonFinder } from './person.ts';

/** Stands where a person's data stood. */
export const BLANK = '[erased]';

/** Keys of those who work with the app: a moderator may have the name of a customer. */
const STAFF = new Set(['actor', 'by', 'moderator', 'undoneBy', 'updatedBy', 'owner', '_id']);

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

function blankString(text: string, find: PersonFinder['find']): string {
  let blanked = '';
  let done = 0;
  for (const { start, end } of find(text)) {
    blanked += text.slice(done, start) + BLANK;
    done = end;
  }
  return done === 0 ? text : blanked + text.slice(done);
}

/** The value with the person's data blanked in all its strings; the same object where there is none. Dates, ids and bytes stay. */
export function blankStrings<T>(value: T, find: PersonFinder['find']): T {
  if (typeof value === 'string') return blankString(value, find) as T;
  if (Array.isArray(value)) {
    const items = value.map((item) => blankStrings(item, find));
    return items.some((item, index) => item !== value[index]) ? (items as T) : value;
  }
  if (!isPlain(value)) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, STAFF.has(key) ? item : blankStrings(item, find)]);
  return entries.some(([key, item]) => item !== value[key as string]) ? (Object.fromEntries(entries) as T) : value;
}
