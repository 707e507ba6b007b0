import { describe, expect, it } from 'vitest';
import { createLog } from '../../server/log.ts';
import { withRequestId } from '../../server/request-id.ts';

const logged = (write: (log: ReturnType<typeof createLog>) => void): string => {
  let text = '';
  const destination = {
    write(line: string) {
      text += line;
    },
  };
  write(createLog({ logLevel: 'debug' }, destination));
  return text;
};

describe('the log', () => {
  it.each([
    ['an address with a password', 'cannot reach mongodb://ann:hunter2@db.example.com/x', 'hunter2'],
    ['an authorization header', 'sent Authorization: Bearer hunter2.hunter2', 'hunter2'],
    ['a basic one', 'sent Basic aHVudGVyMg==', 'aHVudGVyMg=='],
    ['a key in an address', 'GET /api/v1/reviews?product=x&api_key=hunter2&limit=1', 'hunter2'],
    ['a token in an address', 'GET /set-up?token=hunter2', 'hunter2'],
  ])('does not show %s', (_, message, secret) => {
    const line = logged((log) => log.error({ err: new Error(message) }, message));
    expect(line).not.toContain(secret);
    expect(line).toContain('[redacted]');
    expect(JSON.parse(line).msg.slice(0, 4)).toBe(message.slice(0, 4));
  });

  it('is one line an event, whatever is in a message', () => {
    const line = logged((log) => log.warn({ text: 'b\r\nc' }, 'a\r\n{"level":50,"msg":"forged"}'));
    expect(line.trimEnd().split(/[\r\n]/)).toHaveLength(1);
    expect(JSON.parse(line)).toMatchObject({ text: 'b\r\nc' });
  });

  it('carries the id of the request that is being answered', () => {
    const lines = logged((log) => {
      log.info('before');
      withRequestId('abc', () => log.info('within'));
    });
    expect(
      lines
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).requestId),
    ).toEqual([undefined, 'abc']);
  });
});
