import { AsyncLocalStorage } from 'node:async_hooks';

/** Who acts in a request. */
export interface Actor {
  name: string;
  /** May read a review as it was written; each read is noted. */
  mayReadPersonalData: boolean;
  /** Is shown personal data in every view. */
  seesPersonalData: boolean;
}

/** There is no sign-in: whoever reaches the app is its local user. */
const LOCAL_USER = 'Local user';
/** Work that nobody has asked for, such as a delivery to a webhook. */
const NOBODY: Actor = { name: 'Reviewfinder', mayReadPersonalData: false, seesPersonalData: false };

const acting = new AsyncLocalStorage<Actor>();

/** Name of who acts, for the log of decisions. */
export const localActor = () => LOCAL_USER;

/** Who acts in the request that is being answered; outside of one nobody, who may see nothing. */
export const currentActor = (): Actor => acting.getStore() ?? NOBODY;

/** Carries out a request for an actor. */
export const actAs = <T>(actor: Actor, work: () => T): T => acting.run(actor, work);

/** The actor of a request, asked once for each. @param masks whether personal data is masked in views */
export const actorOfRequest = (masks: boolean): Actor => ({
  name: LOCAL_USER,
  mayReadPersonalData: true,
  seesPersonalData: !masks,
});
