import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refuseUrl } from '../../../server/outbound/outbound-request.ts';
import { checkUrl, isPublicAddress } from '../../../server/outbound/outbound-url.ts';

const isRefused = (url: string, allowPrivate = false) => typeof checkUrl(url, { allowPrivate }) === 'string';

describe('a URL that the server may not call', () => {
  it.each([
    ['loopback', 'http://127.0.0.1/'],
    ['loopback, short', 'http://127.1/'],
    ['loopback, decimal', 'http://2130706433/'],
    ['loopback, octal', 'http://0177.0.0.1/'],
    ['loopback, octal in one', 'http://017700000001/'],
    ['loopback, hex', 'http://0x7f000001/'],
    ['loopback, hex in parts', 'http://0x7f.0x0.0x0.0x1/'],
    ['loopback, full-width digits', 'http://１２７.０.０.１/'],
    ['loopback, circled digits', 'http://①②⑦.⓪.⓪.①/'],
    ['loopback, ideographic stops', 'http://127。0。0。1/'],
    ['loopback, percent-encoded', 'http://%31%32%37.0.0.1/'],
    ['loopback, with a dot behind', 'http://127.0.0.1./'],
    ['loopback by name', 'http://localhost:8080/'],
    ['loopback by name, upper case', 'http://LOCALHOST/'],
    ['loopback by name, with a dot behind', 'http://localhost./'],
    ['below localhost', 'http://a.localhost/'],
    ['v6 loopback', 'http://[::1]/'],
    ['v6 loopback, long', 'http://[0:0:0:0:0:0:0:1]/'],
    ['v6 unspecified', 'http://[::]/'],
    ['v4-mapped', 'http://[::ffff:127.0.0.1]/'],
    ['v4-mapped, hex', 'http://[::ffff:7f00:1]/'],
    ['v4-mapped and public', 'http://[::ffff:8.8.8.8]/'],
    ['v4-compatible', 'http://[::127.0.0.1]/'],
    ['NAT64', 'http://[64:ff9b::7f00:1]/'],
    ['NAT64, local', 'http://[64:ff9b:1::7f00:1]/'],
    ['6to4', 'http://[2002:7f00:1::]/'],
    ['Teredo', 'http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/'],
    ['unique local', 'http://[fd00::1]/'],
    ['v6 link-local', 'http://[fe80::1]/'],
    ['v6 link-local with a zone', 'http://[fe80::1%25eth0]/'],
    ['site-local', 'http://[fec0::1]/'],
    ['v6 multicast', 'http://[ff02::1]/'],
    ['v6 documentation', 'http://[2001:db8::1]/'],
    ['v6 outside of what is assigned', 'http://[4000::1]/'],
    ['10/8', 'http://10.1.2.3/'],
    ['172.16/12', 'http://172.31.255.255/'],
    ['192.168/16', 'https://192.168.0.1/'],
    ['link-local', 'http://169.254.169.254/latest/meta-data/'],
    ['carrier-grade NAT', 'http://100.64.0.1/'],
    ['this network', 'http://0.0.0.0/'],
    ['this network, short', 'http://0/'],
    ['benchmarking', 'http://198.18.0.1/'],
    ['documentation', 'http://203.0.113.7/'],
    ['multicast', 'http://224.0.0.1/'],
    ['broadcast', 'http://255.255.255.255/'],
    ['reserved', 'http://240.0.0.1/'],
    ['a name without a dot', 'http://intranet/'],
    ['a local name', 'http://printer.local/'],
    ['an internal name', 'http://metadata.google.internal/'],
    ['credentials', 'https://user:secret@example.com/'],
    ['a user name', 'https://user@example.com/'],
    ['file', 'file:///etc/passwd'],
    ['ftp', 'ftp://example.com/'],
    ['data', 'data:text/plain,x'],
    ['javascript', 'javascript:alert(1)'],
    ['gopher', 'gopher://example.com/'],
    ['websocket', 'ws://example.com/'],
    ['no scheme', 'example.com/hook'],
    ['relative', '/hook'],
    ['empty', ''],
    ['no host', 'http://'],
    ['too long', `https://example.com/${'x'.repeat(2000)}`],
  ])('%s: %s', (_what, url) => {
    expect(isRefused(url)).toBe(true);
  });

  it.each(['https://user:secret@127.0.0.1/', 'file:///etc/passwd', 'http://', 'ftp://127.0.0.1/'])(
    '%s, even where private addresses are allowed',
    (url) => {
      expect(isRefused(url, true)).toBe(true);
    },
  );

  it('is any address of a private range, however it is written', () => {
    const ranges = [
      [0x0a000000, 24],
      [0x7f000000, 24],
      [0xac100000, 20],
      [0xc0a80000, 16],
      [0xa9fe0000, 16],
      [0x64400000, 22],
    ] as const;
    const part = (value: number, base: number) =>
      base === 16 ? `0x${value.toString(16)}` : base === 8 ? `0${value.toString(8)}` : String(value);
    fc.assert(
      fc.property(
        fc.constantFrom(...ranges),
        fc.nat(),
        fc.array(fc.constantFrom(8, 10, 16), { minLength: 4, maxLength: 4 }),
        ([start, bits], offset, bases) => {
          const value = start + (offset % 2 ** bits);
          const parts = [24, 16, 8, 0].map((shift, at) => part(Math.floor(value / 2 ** shift) % 256, bases[at]!));
          const spellings = [parts.join('.'), part(value, 10), part(value, 16), part(value, 8)];
          return spellings.every((host) => isRefused(`http://${host}/`));
        },
      ),
    );
  });
});

describe('a URL that the server may call', () => {
  it.each([
    'https://example.com/hooks/1?a=b',
    'http://example.com:8080/',
    'https://93.184.216.34/',
    'https://[2606:2800:220:1:248:1893:25c8:1946]/',
    'https://bücher.example.com/',
    'https://localhost.example.com/',
  ])('%s', (url) => {
    expect(isRefused(url)).toBe(false);
  });

  it('may be private where that is allowed', () => {
    expect(isRefused('http://127.0.0.1:9000/', true)).toBe(false);
    expect(isRefused('http://receiver:9000/', true)).toBe(false);
  });

  it('loses its fragment', () => {
    expect(String(checkUrl('https://example.com/a#b', { allowPrivate: false }))).toBe('https://example.com/a');
  });
});

it('takes nothing that is no address for a public one', () => {
  fc.assert(fc.property(fc.string(), (text) => !isPublicAddress(text) || /^[0-9a-f.:]+$/i.test(text)));
});

describe('a name', () => {
  const leadsTo = (addresses: string[]) =>
    refuseUrl(
      'https://hooks.example.com/',
      { allowPrivate: false },
      {
        resolve: async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      },
    );

  it.each([
    [['93.184.216.34'], false],
    [['93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946'], false],
    [['127.0.0.1'], true],
    [['93.184.216.34', '10.0.0.1'], true],
    [['::1'], true],
    [['::ffff:93.184.216.34'], true],
  ])('that leads to %j is refused: %s', async (addresses, isRefusedName) => {
    expect((await leadsTo(addresses)) !== undefined).toBe(isRefusedName);
  });

  it('that does not resolve now, or not in time, is not refused', async () => {
    const policy = { allowPrivate: false };
    const never = { resolve: () => new Promise<never>(() => {}), timeoutMs: 20 };
    const fails = { resolve: () => Promise.reject(new Error('no DNS')) };
    expect(await refuseUrl('https://hooks.example.com/', policy, never)).toBeUndefined();
    expect(await refuseUrl('https://hooks.example.com/', policy, fails)).toBeUndefined();
  });
});
