import { signal } from '@preact/signals';
import type { Workspace } from '../../server/contract/analytics.ts';
import { type ApiError, getJson, toApiFailure } from '../api.ts';
import { addDays } from './dates.ts';
import { nameOf } from './figures.ts';

/** What there is to look at, shared by all pages; null until the first answer. */
export const workspace = signal<Workspace | null>(null);
export const workspaceError = signal<ApiError | null>(null);

/** Reads the workspace again. A failure is kept for the page to show; what was known stays. */
export async function refreshWorkspace(): Promise<void> {
  try {
    workspace.value = await getJson<Workspace>('/workspace');
    workspaceError.value = null;
  } catch (error) {
    workspaceError.value = toApiFailure(error);
  }
}

/** The day it is for the server, in UTC. */
export const today = () => (workspace.value?.now ?? new Date().toISOString()).slice(0, 10);

/** Days without any review after which the reviews count as those of a time gone by. */
const QUIET_DAYS = 30;

/**
 * The day of the newest review where that is long ago, as in a file of earlier years: the days up to today would be
 * empty, and nothing could be compared. Null else.
 */
export function lastDayLongAgo(): string | null {
  const last = workspace.value?.days.to?.slice(0, 10) ?? null;
  return last !== null && last < addDays(today(), -QUIET_DAYS) ? last : null;
}

/** Label of a feature, from the taxonomy in use. */
export const labelOf = (feature: string) =>
  workspace.value?.features.find((entry) => entry.feature === feature)?.label ?? nameOf(feature);
