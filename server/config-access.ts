import { isIP } from 'node:net';
import { z } from 'zod';
import { Role } from './contract/access.ts';

/** A provider of OpenID Connect, and which of its claims give which role. */
export interface OpenIdConfig {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** How the provider is called on the sign-in page. */
  label: string;
  scope: string;
  /** Name or path of the claim, such as `roles` or `realm_access.roles`. */
  roleClaim: string;
  /** Values of the claim that give a role. */
  roles: Readonly<Record<Role, readonly string[]>>;
}

/** Who may come in, for how long, and how often. */
export interface AccessConfig {
  session: { idleMs: number; longestMs: number };
  openId: OpenIdConfig | undefined;
  /** Requests a second of one caller, over ten seconds; 0: no limit. */
  rateLimit: number;
  /** Express's `trust proxy`: whose X-Forwarded-For and -Proto count. */
  trustProxy: false | number | readonly string[];
}

const blankAsUnset = (value: unknown) => (value === '' ? undefined : value);
const text = z.preprocess(blankAsUnset, z.string().max(2000).optional());

const wholeNumber = (most: number, usual: number) => {
  const message = `must be a whole number up to ${most}`;
  return z.preprocess(
    blankAsUnset,
    z
      .string()
      .regex(/^[0-9]{1,6}$/, message)
      .transform(Number)
      .refine((number) => number <= most, message)
      .default(usual),
  );
};

const isNetwork = (entry: string): boolean => {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(entry)) return true;
  const [address = '', bits, ...rest] = entry.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return bits === undefined || (/^[0-9]{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
};

const proxies = z.preprocess(
  blankAsUnset,
  z
    .string()
    .default('false')
    .transform((given): AccessConfig['trustProxy'] => {
      if (given === 'false') return false;
      return /^[1-9]$/.test(given) ? Number(given) : given.split(',').map((entry) => entry.trim());
    })
    .refine(
      (trust) => !Array.isArray(trust) || trust.every(isNetwork),
      'must be a number of proxies from 1 to 9, or their addresses such as loopback,10.0.0.0/8',
    ),
);

/** `admin=a|b,analyst=c`. */
const roleValues = z.preprocess(
  blankAsUnset,
  z
    .string()
    .default('admin=admin,moderator=moderator,analyst=analyst')
    .transform((given, context) => {
      const roles: Record<Role, string[]> = { admin: [], moderator: [], analyst: [] };
      for (const entry of given.split(',')) {
        const [name = '', ...values] = entry.split('=');
        const role = Role.safeParse(name.trim());
        if (!role.success || values.length === 0) {
          context.addIssue({ code: 'custom', message: 'must be written as admin=VALUE,moderator=VALUE,analyst=VALUE' });
          return z.NEVER;
        }
        roles[role.data].push(
          ...values
            .join('=')
            .split('|')
            .map((value) => value.trim())
            .filter(Boolean),
        );
      }
      return roles;
    }),
);

const HOST_OF_THIS_MACHINE = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::[0-9]{1,5})?(?:\/|$)/;

/** The secrets go over the wire: without TLS only on this machine. */
const isIssuer = (url: string) =>
  URL.canParse(url) && !/[?#\s]/.test(url) && (url.startsWith('https://') || HOST_OF_THIS_MACHINE.test(url));

/** The variables of the environment that decide it. */
export const accessVariables = {
  SESSION_IDLE_MINUTES: wholeNumber(10_080, 480),
  SESSION_HOURS: wholeNumber(2160, 168),
  RATE_LIMIT: wholeNumber(100_000, 500),
  TRUST_PROXY: proxies,
  OIDC_ISSUER: z.preprocess(
    blankAsUnset,
    z.string().refine(isIssuer, 'must be an https URL such as https://login.example.com').optional(),
  ),
  OIDC_CLIENT_ID: text,
  OIDC_CLIENT_SECRET: text,
  OIDC_LABEL: text,
  OIDC_SCOPE: text,
  OIDC_ROLE_CLAIM: text,
  OIDC_ROLES: roleValues,
};

const Variables = z.object(accessVariables);
type Given = z.infer<typeof Variables>;

/** What is missing beside an issuer. */
export const missingOfOpenId = (given: Pick<Given, 'OIDC_ISSUER' | 'OIDC_CLIENT_ID' | 'OIDC_CLIENT_SECRET'>) =>
  given.OIDC_ISSUER === undefined
    ? []
    : (['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const).filter((name) => given[name] === undefined);

export const toAccessConfig = (given: Given): AccessConfig => ({
  session: {
    idleMs: Math.max(1, given.SESSION_IDLE_MINUTES) * 60_000,
    longestMs: Math.max(1, given.SESSION_HOURS) * 3_600_000,
  },
  rateLimit: given.RATE_LIMIT,
  trustProxy: given.TRUST_PROXY,
  openId:
    given.OIDC_ISSUER === undefined
      ? undefined
      : Object.freeze({
          issuer: given.OIDC_ISSUER,
          clientId: given.OIDC_CLIENT_ID as string,
          clientSecret: given.OIDC_CLIENT_SECRET as string,
          label: given.OIDC_LABEL ?? 'Single sign-on',
          scope: given.OIDC_SCOPE ?? 'openid profile email',
          roleClaim: given.OIDC_ROLE_CLAIM ?? 'roles',
          roles: given.OIDC_ROLES,
        }),
});
