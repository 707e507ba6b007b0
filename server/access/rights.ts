import type { Right, Role, Scope } from '../contract/access.ts';

/**
 * Who may ask for an operation: anybody (`public`), or whoever has the right of that name. `follow` is for what came of
 * reviews that were handed in: for those who hand them in and those who read.
 */
export type Access = 'public' | 'own' | 'read' | 'follow' | 'ingest' | 'moderate' | 'admin' | 'metrics';

/** Rights of which one is enough. */
const ENOUGH: Readonly<Record<Exclude<Access, 'public'>, readonly Right[]>> = {
  own: ['own'],
  read: ['read'],
  follow: ['read', 'ingest'],
  ingest: ['ingest'],
  moderate: ['moderate'],
  admin: ['admin'],
  metrics: ['metrics'],
};

const OF_ROLE: Readonly<Record<Role, readonly Right[]>> = {
  analyst: ['own', 'read'],
  moderator: ['own', 'read', 'ingest', 'moderate'],
  admin: ['own', 'read', 'ingest', 'moderate', 'admin', 'metrics'],
};

export const rightsOfRole = (role: Role): readonly Right[] => OF_ROLE[role];

/** A key may do what its scopes say and nothing besides: one for posting reviews reads none. */
export const rightsOfScopes = (scopes: readonly Scope[]): readonly Right[] => scopes;

export const isAllowed = (access: Access, rights: readonly Right[]): boolean =>
  access === 'public' || ENOUGH[access].some((right) => rights.includes(right));

/** Roles and scopes that are enough, for the API document. */
export function whoMay(access: Exclude<Access, 'public'>): { roles: Role[]; scopes: Right[] } {
  const roles = (Object.keys(OF_ROLE) as Role[]).filter((role) => isAllowed(access, OF_ROLE[role]));
  return { roles, scopes: ENOUGH[access].filter((right) => right !== 'own' && right !== 'admin') };
}
