import type { Request } from 'express';
import { AppError } from '../errors.ts';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

const foreign = (detail: string) => new AppError('foreign-request', 403, detail);

/**
 * Refuses what another site makes a browser send (OWASP Cross-Site Request Forgery Prevention, fetch metadata): a
 * change is only taken from pages of this app. Programs, which send neither header, are told by their key.
 * @param hasCookie whether the request is of a session, which is only known by its cookie
 */
export function refuseForeign(req: Request, hasCookie: boolean, publicOrigin: string): void {
  if (READS.has(req.method) || req.headers.authorization !== undefined) return;
  const site = req.headers['sec-fetch-site'];
  if (site !== undefined) {
    if (site !== 'same-origin') throw foreign('Another site has sent this.');
    return;
  }
  const { origin } = req.headers;
  if (origin !== undefined) {
    if (origin !== publicOrigin && origin !== `${req.protocol}://${req.headers.host}`)
      throw foreign('Another site has sent this.');
    return;
  }
  if (hasCookie) throw foreign('Where this comes from is not told. Programs send an API key in place of the cookie.');
}
