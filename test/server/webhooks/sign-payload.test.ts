import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { newSecret, signPayload } from '../../../server/webhooks/sign-payload.ts';

it('signs as the Standard Webhooks convention does', () => {
  // The example of the convention's own libraries.
  expect(
    signPayload('{"test": 2432232314}', {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      at: new Date(1_614_265_330_999),
      secrets: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
    }),
  ).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  });
});

it('signs with each secret', () => {
  const secrets = [newSecret(), newSecret()];
  const signed = signPayload('{"ü":1}', { id: 'evt_1', at: new Date(5000), secrets });
  const expected = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(6), 'base64');
    expect(key).toHaveLength(32);
    return `v1,${createHmac('sha256', key).update('evt_1.5.{"ü":1}').digest('base64')}`;
  });
  expect(signed['webhook-signature']).toBe(expected.join(' '));
});
