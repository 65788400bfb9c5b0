/** Network addresses of clients, also behind proxies, and the networks that one client has. */
import type {Context} from 'hono';

/**
 * Returns the network address of a request's client, if known. A `server` may call past the proxies of the
 * pages.
 */
export type GetClientAddress = (c: Context, caller: 'page' | 'server') => string | undefined;

/** How a request's `X-Forwarded-For` contradicts the number of trusted proxies. */
export type ProxyMismatch =
  /** The header is there, but no proxy is trusted. */
  | 'unexpected-header'
  /** The header has fewer entries than there are trusted proxies. */
  | 'fewer-hops'
  /** The entry is no address. */
  | 'invalid-address'
  /** The entry is an address of a private network, and there are further entries: another proxy. */
  | 'more-hops';

/** The client's address, and what is wrong with the configuration, if anything. */
export interface ClientAddress {
  /** `undefined` only if the connection is closed. */
  readonly address: string | undefined;
  readonly mismatch?: ProxyMismatch;
}

/**
 * Returns the client's address: the connection's other end or, behind trusted proxies, what the
 * outermost of them added to `X-Forwarded-For`. A client can forge what stands further left. Where the
 * header is not as configured, the connection's other end is limited instead.
 *
 * @param forwardedFor the header `X-Forwarded-For`
 * @param peer the address of the connection's other end
 */
export function clientAddress(
  forwardedFor: string | undefined,
  peer: string | undefined,
  trustedProxies: number,
): ClientAddress {
  const hops = (forwardedFor ?? '').split(',').map((entry) => entry.trim());
  const hasHeader = hops.some(Boolean);
  if (trustedProxies === 0) {
    return hasHeader ? {address: peer, mismatch: 'unexpected-header'} : {address: peer};
  }
  const entry = hops.at(-trustedProxies);
  if (!hasHeader || entry === undefined) return {address: peer, mismatch: 'fewer-hops'};
  const address = parseAddress(entry);
  if (address === undefined) return {address: peer, mismatch: 'invalid-address'};
  return hops.length > trustedProxies && isPrivate(address)
    ? {address, mismatch: 'more-hops'}
    : {address};
}

/** Returns the address of an entry such as `192.0.2.1`, `192.0.2.1:4711` or `[2001:db8::1]:4711`. */
function parseAddress(entry: string): string | undefined {
  const [, bracketed, beforePort] = /^(?:\[(.+)\]|([0-9.]+))(?::\d+)?$/.exec(entry) ?? [];
  const text = bracketed ?? beforePort ?? entry;
  return isIpv4(text) || parseIpv6(text) ? text : undefined;
}

function isIpv4(text: string): boolean {
  return /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.|$)){4}$/.test(text) && !text.endsWith('.');
}

/** Whether an address is one of a private network or of this machine (RFC 1918, 4193, 4291). */
function isPrivate(address: string): boolean {
  return /^(?:10\.|127\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|f[cd]|fe[89ab]|0:0:0:0::)/.test(
    networkOf(address),
  );
}

/** How many groups of an IPv6 address are its network: a client has a whole /64 (RFC 4291 §2.5.1). */
const NETWORK_GROUPS = 4;

/**
 * Returns the network of an address: an IPv4 address itself, and the /64 of an IPv6 address. Returns
 * a text that is no address unchanged, so that it is limited too.
 */
export function networkOf(address: string): string {
  const groups = parseIpv6(address);
  if (!groups) return address;
  const [high = 0, low = 0] = groups.slice(6);
  // A socket for both versions reports an IPv4 client as `::ffff:192.0.2.1` (RFC 4291 §2.5.5.2).
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (isMapped) return [high >> 8, high & 0xff, low >> 8, low & 0xff].join('.');
  const network = groups.slice(0, NETWORK_GROUPS).map((group) => group.toString(16));
  return `${network.join(':')}::/64`;
}

/** Returns the eight groups of an IPv6 address, or `undefined` for any other text. */
function parseIpv6(address: string): readonly number[] | undefined {
  // The zone of a link-local address, such as `%eth0`, names an interface of this machine.
  const [text = ''] = address.split('%');
  if (!text.includes(':')) return undefined;
  // The URL parser checks the address and writes it in one form (RFC 5952).
  const host = URL.parse(`http://[${text}]/`)?.hostname.slice(1, -1);
  if (host === undefined) return undefined;
  const [left = [], right = []] = host
    .split('::')
    .map((part) => part.split(':').filter(Boolean))
    .map((part) => part.map((group) => Number.parseInt(group, 16)));
  return [...left, ...Array<number>(8 - left.length - right.length).fill(0), ...right];
}
