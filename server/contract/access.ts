import { z } from 'zod';
import { Instant } from './primitives.ts';

export const UserId = z.string().regex(/^U-[1-9][0-9]{0,14}$/);
export const KeyId = z.string().regex(/^K-[1-9][0-9]{0,14}$/);

/** An analyst reads; a moderator decides and brings reviews in as well; an admin sets up everything. */
export const Role = z.enum(['admin', 'moderator', 'analyst']).meta({ id: 'Role' });
export type Role = z.infer<typeof Role>;

/** What an API key is for; one key may be for several. */
export const Scope = z.enum(['ingest', 'read', 'moderate', 'metrics']).meta({ id: 'Scope' });
export type Scope = z.infer<typeof Scope>;

/** What somebody may do. `own`: keep things of their own, such as saved views; keys have nothing of their own. */
export const Right = z.enum(['own', 'read', 'ingest', 'moderate', 'admin', 'metrics']).meta({ id: 'Right' });
export type Right = z.infer<typeof Right>;

/** A name that can stand in a log without being taken for another: no brackets, no control characters. */
export const AccountName = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(
    /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._@'’-]*$/u,
    'is not made of letters, digits, spaces and . _ @ -, a letter or digit first',
  );

const MIN_PASSWORD = 12;

/** Longer is safer than stranger: any characters, and no rules about kinds of them (NIST SP 800-63B). */
const NewPassword = z
  .string()
  .min(MIN_PASSWORD, `has fewer than ${MIN_PASSWORD} characters`)
  .max(200)
  .refine((text) => new Set(text).size >= 5, 'is made of fewer than five different characters');

/** A password as it is typed in to be checked. */
const TypedPassword = z.string().min(1).max(200);

/**
 * Who asks. `open`: there is no user yet, so whoever reaches the app on this machine may do all. `signed-out`: sign in
 * by `POST /session`, or, where `openId` names a provider, at `/session/openid`.
 */
export const SessionView = z
  .object({
    state: z.enum(['open', 'signed-in', 'signed-out']),
    name: z.string().nullable(),
    role: Role.nullable(),
    rights: z.array(Right),
    /** Whether there is a password to change: not of those who sign in at another place. */
    hasPassword: z.boolean(),
    openId: z.string().nullable(),
  })
  .meta({ id: 'SessionView' });
export type SessionView = z.infer<typeof SessionView>;

export const SignIn = z
  .strictObject({ name: z.string().min(1).max(200), password: TypedPassword })
  .meta({ id: 'SignIn' });
export type SignIn = z.infer<typeof SignIn>;

/** The first admin, by the link that the app prints when it starts. */
export const SetUp = z
  .strictObject({ token: z.string().min(1).max(200), name: AccountName, password: NewPassword })
  .meta({ id: 'SetUp' });
export type SetUp = z.infer<typeof SetUp>;

export const ChangePassword = z
  .strictObject({ current: TypedPassword, password: NewPassword })
  .meta({ id: 'ChangePassword' });
export type ChangePassword = z.infer<typeof ChangePassword>;

export const UserView = z
  .object({
    id: UserId,
    name: z.string(),
    role: Role,
    /** How the user signs in. */
    signsInBy: z.enum(['password', 'openid']),
    createdAt: Instant,
    lastSignInAt: Instant.nullable(),
  })
  .meta({ id: 'User' });
export type UserView = z.infer<typeof UserView>;

export const UserList = z.object({ items: z.array(UserView) }).meta({ id: 'UserList' });
export type UserList = z.infer<typeof UserList>;

export const CreateUser = z
  .strictObject({ name: AccountName, role: Role, password: NewPassword })
  .meta({ id: 'CreateUser' });
export type CreateUser = z.infer<typeof CreateUser>;

/** What is not named stays. Either ends the sessions of the user. */
export const PatchUser = z.strictObject({ role: Role, password: NewPassword }).partial().meta({ id: 'PatchUser' });
export type PatchUser = z.infer<typeof PatchUser>;

export const KeyView = z
  .object({
    id: KeyId,
    name: z.string(),
    scopes: z.array(Scope),
    /** How the key begins, to tell it by. */
    prefix: z.string(),
    createdBy: z.string(),
    createdAt: Instant,
    /** Null: it does not expire. */
    expiresAt: Instant.nullable(),
    isExpired: z.boolean(),
    /** To the minute. */
    lastUsedAt: Instant.nullable(),
  })
  .meta({ id: 'ApiKey' });
export type KeyView = z.infer<typeof KeyView>;

export const KeyList = z.object({ items: z.array(KeyView) }).meta({ id: 'ApiKeyList' });
export type KeyList = z.infer<typeof KeyList>;

export const CreateKey = z
  .strictObject({
    name: AccountName,
    scopes: z.array(Scope).min(1).max(4),
    /** Null: until it is revoked. */
    expiresInDays: z.int().min(1).max(3650).nullable(),
  })
  .meta({ id: 'CreateApiKey' });
export type CreateKey = z.infer<typeof CreateKey>;

/** `key` is shown this once; what is stored is its SHA-256. */
export const CreatedKey = KeyView.extend({ key: z.string() }).meta({ id: 'CreatedApiKey' });
export type CreatedKey = z.infer<typeof CreatedKey>;
