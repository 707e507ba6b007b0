import type { ApiError } from '../../api.ts';

/** What is wrong with what was typed, by field, and what is wrong besides. */
export type FormFaults = { fields: Readonly<Record<string, string>>; other: string | null };

export const NO_FAULTS: FormFaults = { fields: {}, other: null };

/** The faults of a refused form: those that point at one of its fields stand beside that. */
export function readFaults(error: ApiError, fields: readonly string[]): FormFaults {
  const found: Record<string, string> = {};
  const rest: string[] = [];
  for (const { pointer, detail } of error.problem?.errors ?? []) {
    const field = pointer.split('/')[1] ?? '';
    if (fields.includes(field)) found[field] ??= `${detail.charAt(0).toUpperCase()}${detail.slice(1)}`;
    else rest.push(detail);
  }
  if (Object.keys(found).length === 0 && rest.length === 0) rest.push(error.message);
  return { fields: found, other: rest.length === 0 ? null : rest.join(' ') };
}
