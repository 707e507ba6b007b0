import ipaddr from 'ipaddr.js';

/** Where requests of the server itself may go: see `checkUrl`. */
export interface OutboundPolicy {
  /** Addresses of this machine and its network too: for trials, and for receivers beside the server. */
  allowPrivate: boolean;
}

const MAX_URL = 2000;
const GLOBAL_V6 = ipaddr.parseCIDR('2000::/3');
/** Names that stand for this machine or a local network, whatever they resolve to. */
const LOCAL_NAME = /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp|home\.arpa)$/;

/**
 * Whether an IP address is of the public Internet: neither private, loopback, link-local, carrier-grade NAT,
 * multicast, reserved, nor an IPv6 address with an IPv4 one inside (mapped, 6to4, Teredo, NAT64).
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== 'unicast') return false;
  return address.kind() === 'ipv4' || address.match(GLOBAL_V6);
}

/** The address in a host that is one, as WHATWG URLs write it: decimal, octal and hex spellings have become dotted. */
const hostAddress = (hostname: string): string | undefined => {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return ipaddr.isValid(bare) ? bare : undefined;
};

const NOT_PUBLIC = 'must be an address of the public Internet';

/**
 * A URL that the server may call, or what is wrong with it. What a name resolves to is looked at when it is called.
 */
export function checkUrl(text: string, { allowPrivate }: OutboundPolicy): URL | string {
  if (text.length > MAX_URL) return `must have at most ${MAX_URL} characters`;
  if (!URL.canParse(text)) return 'must be a URL';
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'must begin with https:// or http://';
  if (url.username !== '' || url.password !== '') return 'must not hold a user name or password';
  if (url.hostname === '') return 'must name a host';
  url.hash = '';
  if (allowPrivate) return url;
  const name = url.hostname.replace(/\.$/, '');
  const address = hostAddress(name);
  if (address !== undefined) return isPublicAddress(address) ? url : NOT_PUBLIC;
  return !name.includes('.') || LOCAL_NAME.test(name) ? NOT_PUBLIC : url;
}
