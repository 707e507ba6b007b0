import type { RequestHandler } from 'express';
import type { Access } from '../access/create-access.ts';
import { type AccessGuard, createAccessGuard } from './access-guard.ts';
import type { RateLimits } from './rate-limits.ts';
import { readSessions } from './session-cookies.ts';

export interface GuardParts {
  access: Pick<Access, 'actorOfRequest' | 'sessions' | 'cookieSecret'>;
  limits: RateLimits;
  publicUrl: string;
}

/** What the app needs of who may come in: reads sessions, and stands before every operation. */
export const createGuards = ({
  access,
  limits,
  publicUrl,
}: GuardParts): { access: AccessGuard; readSession: RequestHandler } => ({
  access: createAccessGuard({
    ...{
      actorOfRequest: access.actorOfRequest,
      isSessionOpen: access.sessions.isOpen,
      limits,
      publicOrigin: new URL(publicUrl).origin,
    },
  }),
  readSession: readSessions(access.sessions, access.cookieSecret),
});
