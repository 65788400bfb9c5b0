/** Network addresses of clients: parses them, and groups those that one client has. */

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
