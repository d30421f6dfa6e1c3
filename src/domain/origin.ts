const IPV6_GROUPS = 8;
/** A home or a phone is given a /64 (RFC 6177): within it one person has any address they like. */
const NETWORK_GROUPS = 4;
const NETWORK_SUFFIX = "::/64";
/** And who rents a server, or a line for an office, is often given a /48: 65,536 of those. */
const SITE_GROUPS = 3;

/** Where a request comes from, for counting: an IPv4 address as it is, an IPv6 address as its /64. */
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

/** The /48 that an IPv6 network, as networkOf gives it, is a part of; null for any other. */
export function siteOf(network: string): string | null {
  if (!network.endsWith(NETWORK_SUFFIX)) return null;
  return `${network.split(":").slice(0, SITE_GROUPS).join(":")}::/48`;
}

/** Where a request comes from, as the edge saw it; no address in it reaches the books in plain. */
export interface Origin {
  /** See networkOf. */
  readonly network: string;
  /** The client in a few words: "Chrome on Android"; null when it did not say. */
  readonly device: string | null;
  /** City and country, ISO 3166-1: "Sanaa, YE"; null where the edge does not know. */
  readonly place: string | null;
}
