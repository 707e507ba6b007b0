import * as client from 'openid-client';
import type { OpenIdConfig } from '../config-access.ts';
import { AccountName, type Role } from '../contract/access.ts';
import { AppError } from '../errors.ts';
import { userId } from '../public-ids.ts';
import type { SessionUser } from './actor-of-request.ts';
import type { NoteAccess } from './note-access.ts';
import { hashSecret, newSecret } from './secrets.ts';
import type { UserService } from './user-service.ts';
import type { UserStore } from './user-store.ts';

export interface OpenIdFlow {
  state: string;
  nonce: string;
  verifier: string;
  redirectUri: string;
  /** Path of the app to go on to. */
  next: string;
  expiresAt: Date;
}

/** Flows by the hash of what the browser's cookie holds. */
export interface OpenIdFlows {
  add(id: string, flow: OpenIdFlow): Promise<void>;
  take(id: string): Promise<OpenIdFlow | null>;
}

export interface OpenIdDeps {
  config: OpenIdConfig;
  flows: OpenIdFlows;
  store: UserStore;
  users: Pick<UserService, 'add' | 'setRole'>;
  note: NoteAccess;
  now: () => Date;
}

export type OpenIdService = ReturnType<typeof createOpenId>;

const FLOW_MS = 10 * 60_000;
const TIMEOUT_SECONDS = 10;
/** The role with the most rights of those that the claim names. */
const BY_RIGHTS: readonly Role[] = ['admin', 'moderator', 'analyst'];

const refused = (detail: string, cause?: unknown) => new AppError('openid-refused', 403, detail, { cause });

type Claims = Readonly<Record<string, unknown>>;

/** The claim at a path such as `realm_access.roles`: a text, or a list of them. */
function claimAt(claims: Claims, path: string): string[] {
  let value: unknown = Object.hasOwn(claims, path) ? claims[path] : undefined;
  if (value === undefined) {
    value = path.split('.').reduce<unknown>((part, key) => {
      const isObject = typeof part === 'object' && part !== null && Object.hasOwn(part, key);
      return isObject ? (part as Claims)[key] : undefined;
    }, claims);
  }
  return (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');
}

/** The role that the claims give, or undefined: who has none is not let in. */
export function roleOfClaims(claims: Claims, { roleClaim, roles }: Pick<OpenIdConfig, 'roleClaim' | 'roles'>) {
  const given = claimAt(claims, roleClaim);
  return BY_RIGHTS.find((role) => roles[role].some((value) => given.includes(value)));
}

const nameOfClaims = (claims: Claims): string | undefined =>
  ['preferred_username', 'email', 'name', 'sub']
    .flatMap((claim) => claims[claim] ?? [])
    .map((value) => AccountName.safeParse(value).data)
    .find((name) => name !== undefined);

/** Sign-in by an OpenID Connect provider: authorization code with PKCE, state and nonce. */
export function createOpenId({ config, flows, store, users, note, now }: OpenIdDeps) {
  let found: Promise<client.Configuration> | undefined;
  const discover = (): Promise<client.Configuration> => {
    found ??= client
      .discovery(new URL(config.issuer), config.clientId, config.clientSecret, undefined, {
        timeout: TIMEOUT_SECONDS,
        // Without TLS only on this machine: see the configuration.
        ...(config.issuer.startsWith('http:') ? { execute: [client.allowInsecureRequests] } : {}),
      })
      .catch((cause: unknown) => {
        found = undefined;
        throw new AppError('openid-unavailable', 503, `${config.label} cannot be reached.`, {
          cause,
          retryAfterSeconds: 10,
        });
      });
    return found;
  };

  const signInAs = async (claims: Claims): Promise<SessionUser> => {
    const role = roleOfClaims(claims, config);
    if (!role) throw refused(`${config.label} gives you no role here. Ask an admin.`);
    const openId = `${config.issuer} ${String(claims['sub'])}`;
    const known = await store.byOpenId(openId);
    const name = nameOfClaims(claims);
    if (!known && name === undefined) throw refused(`${config.label} tells no name for you.`);
    const user = known ? await users.setRole(known, role) : await users.add({ name: name as string, role, openId });
    await store.noteSignIn(user._id, now());
    await note('signed-in', userId(user._id), user.name);
    return { id: user._id, epoch: user.epoch };
  };

  return {
    label: config.label,

    /** Where to send the browser, and what its cookie is to hold until it is back. */
    async begin({ redirectUri, next }: { redirectUri: string; next: string }): Promise<{ url: string; flow: string }> {
      const provider = await discover();
      const [flow, state, nonce] = [newSecret(), client.randomState(), client.randomNonce()];
      const verifier = client.randomPKCECodeVerifier();
      const url = client.buildAuthorizationUrl(provider, {
        ...{ redirect_uri: redirectUri, scope: config.scope, state, nonce },
        ...{ code_challenge: await client.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' },
      });
      const expiresAt = new Date(now().getTime() + FLOW_MS);
      await flows.add(hashSecret(flow), { state, nonce, verifier, redirectUri, next, expiresAt });
      return { url: url.href, flow };
    },

    /**
     * Whom the provider has sent back, and where to go on.
     * @param query what follows the question mark
     * @throws AppError 403 `openid-refused`, 409 `name-taken`, 503
     */
    async finish(flow: string | undefined, query: string): Promise<{ user: SessionUser; next: string }> {
      const begun = flow === undefined ? null : await flows.take(hashSecret(flow));
      if (!begun || begun.expiresAt <= now()) throw refused('This sign-in was not begun here, or took too long.');
      const provider = await discover();
      const answer = new URL(`${begun.redirectUri}?${query}`);
      const tokens = await client
        .authorizationCodeGrant(provider, answer, {
          ...{ pkceCodeVerifier: begun.verifier, expectedState: begun.state, expectedNonce: begun.nonce },
          idTokenExpected: true,
        })
        .catch((cause: unknown) => {
          throw refused(`${config.label} did not sign you in.`, cause);
        });
      return { user: await signInAs(tokens.claims() as Claims), next: begun.next };
    },
  };
}
