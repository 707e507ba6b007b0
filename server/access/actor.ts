import { AsyncLocalStorage } from 'node:async_hooks';
import type { Right, Role } from '../contract/access.ts';

/** Who acts in a request. */
export interface Actor {
  name: string;
  /** May read a review as it was written; each read is noted. */
  mayReadPersonalData: boolean;
  /** Is shown personal data in every view. */
  seesPersonalData: boolean;
}

/** An actor as who came in: a person with a session, a program with a key, or, while there is no user, anybody. */
export interface Caller extends Actor {
  kind: 'local' | 'person' | 'key';
  /** Of the user or the key; 0 of the local user. */
  id: number;
  role: Role | null;
  rights: readonly Right[];
}

/** Whoever reaches the app while there is no user yet. */
export const LOCAL_USER = 'Local user';
/** Work that nobody has asked for, such as a delivery to a webhook. */
const NOBODY: Actor = { name: 'Reviewfinder', mayReadPersonalData: false, seesPersonalData: false };

const acting = new AsyncLocalStorage<Actor>();

/** Who acts in the request that is being answered; outside of one nobody, who may see nothing. */
export const currentActor = (): Actor => acting.getStore() ?? NOBODY;

/** Name of who acts, for what is logged and owned. */
export const actorName = (): string => currentActor().name;

/** Carries out a request for an actor; without one for nobody. */
export const actAs = <T>(actor: Actor | null, work: () => T): T => acting.run(actor ?? NOBODY, work);
