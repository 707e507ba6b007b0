import { signal } from '@preact/signals';
import type { Workspace } from '../../server/contract/analytics.ts';
import { type ApiError, getJson, toApiFailure } from '../api.ts';
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

/** Label of a feature, from the taxonomy in use. */
export const labelOf = (feature: string) =>
  workspace.value?.features.find((entry) => entry.feature === feature)?.label ?? nameOf(feature);
