import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';

/** A new secret in the form of the Standard Webhooks convention. */
export const newSecret = () => `${PREFIX}${randomBytes(32).toString('base64')}`;

/**
 * The headers that let a receiver check who sent a body, when, and that nobody changed it (Standard Webhooks 1.0,
 * https://www.standardwebhooks.com).
 * @param secrets one signature each, so that a receiver may take the new secret or still the former one
 */
export function signPayload(
  body: string,
  { id, at, secrets }: { id: string; at: Date; secrets: readonly string[] },
): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
  });
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}
