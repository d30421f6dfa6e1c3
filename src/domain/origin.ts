const IPV6_GROUPS = 8;
/** A home or a phone gets a /64 (RFC 6177): one person controls every address in it. */
const NETWORK_GROUPS = 4;
const NETWORK_SUFFIX = "::/64";
/** A rented server or an office often gets a /48: 65,536 networks of /64. */
const SITE_GROUPS = 3;

/**
 * The network that attempts are counted by: an IPv4 address itself, or the /64 of an IPv6 address.
 */
export function networkOf(address: string | null): string {
  if (address === null) return "unknown";
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.toLowerCase().split("::");
  const first = head === "" ? [] : head.split(":");
  const last = tail ? tail.split(":") : [];
  const gap = tail === undefined ? 0 : Math.max(0, IPV6_GROUPS - first.length - last.length);
  const groups = [...first, ...Array<string>(gap).fill("0"), ...last];
  const network = groups.slice(0, NETWORK_GROUPS).map((group) => group.replace(/^0+(?=.)/, ""));
  return network.join(":") + NETWORK_SUFFIX;
}

/** The /48 that contains an IPv6 network (a result of networkOf); null for an IPv4 address. */
export function siteOf(network: string): string | null {
  if (!network.endsWith(NETWORK_SUFFIX)) return null;
  return `${network.split(":").slice(0, SITE_GROUPS).join(":")}::/48`;
}

/** Where a request comes from, as the edge saw it. The address is never stored in plain text. */
export interface Origin {
  /** See networkOf. */
  readonly network: string;
  /** The client, such as "Chrome on Android"; null without a usable User-Agent. */
  readonly device: string | null;
  /** City and ISO 3166-1 country, such as "Sanaa, YE"; null if the edge does not know it. */
  readonly place: string | null;
}
