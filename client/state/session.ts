import { signal } from '@preact/signals';
import type { Right, Role, SessionView } from '../../server/contract/access.ts';
import { deleteFrom, getJson, onSignedOut, postJson } from '../api.ts';
import { refreshWorkspace } from './workspace.ts';

/** Who is at this page, and what the server lets them do; null until the first answer. */
export const session = signal<SessionView | null>(null);
/** Whether the server has been asked, also in vain. */
export const isSessionAsked = signal(false);

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  admin: 'Admin',
  moderator: 'Moderator',
  analyst: 'Analyst',
};

/** Whether what takes a right is offered. Not known yet: the server decides. */
export const may = (right: Right): boolean => session.value?.rights.includes(right) ?? true;

/** Takes over who one is now, and what there is to see for them. */
export function becomeSession(now: SessionView): void {
  session.value = now;
  if (now.state !== 'signed-out') void refreshWorkspace();
}

/** Asks who one is. A server that cannot be reached is told of by the page itself. */
async function refreshSession(): Promise<void> {
  try {
    becomeSession(await getJson<SessionView>('/session'));
  } catch {
    void refreshWorkspace();
  } finally {
    isSessionAsked.value = true;
  }
}

/** Signs in. @throws ApiError */
export const signIn = async (name: string, password: string): Promise<void> =>
  becomeSession(await postJson<SessionView>('/session', { name, password }));

/** Signs out, and forgets what was on screen: the next person at this browser must not find it. */
export async function signOut(): Promise<void> {
  await deleteFrom('/session');
  location.assign('/');
}

/** Begins to know who one is; a refusal in the middle of work leads to the sign-in page, which leads back. */
export function startSession(): void {
  onSignedOut(() => {
    if (session.value !== null && session.value.state !== 'signed-out') void refreshSession();
  });
  void refreshSession();
}
