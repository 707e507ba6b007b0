import { z } from 'zod';
import { AppError, notFound } from '../errors.ts';
import { type Operation, operation } from '../http/operation.ts';
import { beginSession } from '../http/session-cookies.ts';
import type { OpenIdService } from './open-id.ts';

export interface OpenIdServices {
  openId: OpenIdService | undefined;
  /** Origin of the app where the configuration names it; else that of the request. */
  publicUrl: string | undefined;
}

const tag = 'Session';
const CALLBACK = '/api/v1/session/openid/callback';
const COOKIE = 'reviewfinder-openid';
const FLOW = new RegExp(`(?:^|; )${COOKIE}=([A-Za-z0-9_-]{43})(?:;|$)`);

/** A path of this app: two slashes, or one and a backslash, would lead to another. */
const Next = z
  .string()
  .max(2000)
  .regex(/^\/(?![/\\])[^\s\\]*$/);

const moved = { 302: { description: 'Go on at `Location`.' } };

/** Sign-in at a provider of OpenID Connect, where one is configured. */
export const openIdOperations = ({ openId, publicUrl }: OpenIdServices): Operation[] => [
  operation({
    ...{ id: 'startOpenId', access: 'public', method: 'get', path: '/session/openid', tag },
    summary: 'Sign in at the configured provider',
    description: 'For browsers: leads to the provider. 404 where none is configured.',
    query: z.strictObject({ next: Next.optional() }),
    answers: moved,
    problems: [404],
    handle: async ({ query, req }) => {
      if (!openId) throw notFound('provider');
      const redirectUri = `${publicUrl ?? `${req.protocol}://${req.headers.host}`}${CALLBACK}`;
      const { url, flow } = await openId.begin({ redirectUri, next: query.next ?? '/' });
      // The provider sends the browser back from its own site: a strict cookie would stay behind.
      const secure = redirectUri.startsWith('https:') ? '; Secure' : '';
      const cookie = `${COOKIE}=${flow}; Path=${CALLBACK}; Max-Age=600; HttpOnly; SameSite=Lax${secure}`;
      return { status: 302, body: undefined, headers: { Location: url, 'Set-Cookie': cookie } };
    },
  }),
  operation({
    ...{ id: 'finishOpenId', access: 'public', method: 'get', path: '/session/openid/callback', tag },
    summary: 'Come back from the provider',
    description: 'For browsers: the provider leads here. Leads on to the page, or to the sign-in page with the reason.',
    query: z.record(z.string(), z.string()),
    answers: moved,
    problems: [404],
    handle: async ({ req }) => {
      if (!openId) throw notFound('provider');
      const gone = { 'Set-Cookie': `${COOKIE}=; Path=${CALLBACK}; Max-Age=0; HttpOnly; SameSite=Lax` };
      const flow = FLOW.exec(req.headers.cookie ?? '')?.[1];
      try {
        const { user, next } = await openId.finish(flow, req.originalUrl.split('?')[1] ?? '');
        await beginSession(req, user);
        return { status: 302, body: undefined, headers: { Location: next, ...gone } };
      } catch (error) {
        if (!(error instanceof AppError) || error.status >= 500) throw error;
        const failed = new URLSearchParams({ failed: error.message });
        return { status: 302, body: undefined, headers: { Location: `/sign-in?${failed}`, ...gone } };
      }
    },
  }),
];
