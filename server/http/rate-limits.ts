import type { Response } from 'express';
import ipaddr from 'ipaddr.js';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '../errors.ts';

export interface RateLimits {
  /** Counts a request of a caller. @throws AppError 429 */
  take(res: Response, caller: string): Promise<void>;
  /** Counts a try to sign in, by account and by address. @throws AppError 429 */
  takeSignIn(res: Response, tried: { account: string; address: string }): Promise<void>;
  /** A sign-in that came through counts no more, nor the tries of the account before it. */
  clearSignIn(tried: { account: string; address: string }): Promise<void>;
}

interface Limit {
  name: string;
  limiter: RateLimiterMemory;
}

/** Over so many seconds requests may come as unevenly as they like. */
const WINDOW_SECONDS = 10;
const SIGN_IN_SECONDS = 60;
const TRIES_OF_ACCOUNT = 5;
const TRIES_OF_ADDRESS = 20;

const limit = (name: string, points: number, duration: number): Limit => ({
  name,
  limiter: new RateLimiterMemory({ keyPrefix: name, points, duration }),
});

/** An IPv6 caller has a whole network of addresses: they count as one. */
export function addressOf(ip: string | undefined): string {
  if (ip === undefined || !ipaddr.isValid(ip)) return 'unknown';
  const address = ipaddr.process(ip);
  if (address.kind() === 'ipv4') return address.toString();
  return (address as ipaddr.IPv6).parts.slice(0, 4).join(':');
}

/** Header fields of draft-ietf-httpapi-ratelimit-headers. */
function tell(res: Response, { name, limiter }: Limit, { remainingPoints, msBeforeNext }: RateLimiterRes): void {
  res.setHeader('RateLimit-Policy', `"${name}";q=${limiter.points};w=${limiter.duration}`);
  res.setHeader('RateLimit', `"${name}";r=${Math.max(0, remainingPoints)};t=${Math.ceil(msBeforeNext / 1000)}`);
}

async function take(res: Response, of: Limit, key: string): Promise<void> {
  try {
    tell(res, of, await of.limiter.consume(key));
  } catch (state) {
    if (!(state instanceof RateLimiterRes)) throw state;
    tell(res, of, state);
    throw new AppError('too-many-requests', 429, 'That is too much at once: wait, and send this again.', {
      retryAfterSeconds: Math.max(1, Math.ceil(state.msBeforeNext / 1000)),
    });
  }
}

/** Counts in this process's memory. @param perSecond requests of one caller, over ten seconds; 0 for no limit */
export function createRateLimits(perSecond: number): RateLimits {
  const requests = perSecond > 0 ? limit('requests', perSecond * WINDOW_SECONDS, WINDOW_SECONDS) : undefined;
  const accounts = limit('sign-in', TRIES_OF_ACCOUNT, SIGN_IN_SECONDS);
  const addresses = limit('sign-in-address', TRIES_OF_ADDRESS, SIGN_IN_SECONDS);
  return {
    take: async (res, caller) => (requests ? take(res, requests, caller) : undefined),
    async takeSignIn(res, { account, address }) {
      await take(res, addresses, address);
      await take(res, accounts, account);
    },
    async clearSignIn({ account, address }) {
      await accounts.limiter.delete(account);
      await addresses.limiter.reward(address);
    },
  };
}
