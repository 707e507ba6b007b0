import { createHash, createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

type Claims = Record<string, unknown>;

interface Begun {
  nonce: string;
  challenge: string;
  claims: Claims;
}

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A provider of OpenID Connect that lets everybody in at once, as whom `claims` says at that moment. */
export async function startFakeIssuer(clientId: string, clientSecret: string) {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const codes = new Map<string, Begun>();
  const issuer = { url: '', claims: {} as Claims, close: async () => {} };

  const sign = (claims: Claims) => {
    const text = `${base64({ alg: 'RS256', kid: 'k1', typ: 'JWT' })}.${base64(claims)}`;
    return `${text}.${createSign('RSA-SHA256').update(text).sign(privateKey).toString('base64url')}`;
  };
  const discovery = () => ({
    issuer: issuer.url,
    authorization_endpoint: `${issuer.url}/authorize`,
    token_endpoint: `${issuer.url}/token`,
    jwks_uri: `${issuer.url}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
  });
  const authorize = (query: URLSearchParams): string => {
    const code = randomUUID();
    const [nonce = '', challenge = ''] = [query.get('nonce'), query.get('code_challenge')].map((value) => value ?? '');
    codes.set(code, { nonce, challenge, claims: issuer.claims });
    const back = new URL(query.get('redirect_uri') ?? '');
    back.search = new URLSearchParams({ code, state: query.get('state') ?? '' }).toString();
    return back.href;
  };
  const redeem = (form: URLSearchParams): object | null => {
    const begun = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (!begun || challenge !== begun.challenge || form.get('client_secret') !== clientSecret) return null;
    const iat = Math.floor(Date.now() / 1000);
    const times = { iss: issuer.url, aud: clientId, iat, exp: iat + 60, nonce: begun.nonce };
    return { access_token: 'a', token_type: 'Bearer', expires_in: 60, id_token: sign({ ...times, ...begun.claims }) };
  };

  const server = createServer(async (req, res) => {
    const url = new URL(req.url ?? '/', issuer.url);
    const answer = (status: number, body: object) => {
      res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (url.pathname === '/.well-known/openid-configuration') answer(200, discovery());
    else if (url.pathname === '/jwks')
      answer(200, { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256', use: 'sig' }] });
    else if (url.pathname === '/authorize') res.writeHead(302, { location: authorize(url.searchParams) }).end();
    else if (url.pathname === '/token') {
      let form = '';
      for await (const chunk of req) form += String(chunk);
      const tokens = redeem(new URLSearchParams(form));
      answer(tokens ? 200 : 400, tokens ?? { error: 'invalid_grant' });
    } else answer(404, {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  issuer.close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(() => resolve()));
  };
  return issuer;
}
