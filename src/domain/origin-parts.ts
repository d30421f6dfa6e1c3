import { DEVICE_LENGTH_MAX, PLACE_LENGTH_MAX } from "./bounds.ts";

/** The parts of a device, for a client that names it in its own language. */
interface DeviceParts {
  /** The browser or app. The whole name when only one part is known. */
  readonly client: string | null;
  /** The operating system. */
  readonly system: string | null;
}

interface PlaceParts {
  readonly city: string | null;
  /** As the edge names it: ISO 3166-1, or T1 for the Tor network. */
  readonly country: string | null;
}

const BETWEEN = " on ";
const COMMA = ", ";
const COUNTRY = /^[A-Z][A-Z0-9]$/;

/** A device in English, such as "Chrome on Android"; null when no part is known. */
export function deviceText({ client, system }: DeviceParts): string | null {
  const known = [client, system].filter((part) => part !== null && part !== "");
  return known.join(BETWEEN).slice(0, DEVICE_LENGTH_MAX) || null;
}

/** The parts of a stored device. No browser and no product of a User-Agent has " on " in its name. */
export function devicePartsOf(device: string | null): DeviceParts {
  const [client, system] = device?.split(BETWEEN) ?? [];
  return { client: client ?? null, system: system ?? null };
}

/** A place as the edge names it, such as "Sanaa, YE"; null when it knows none. */
export function placeText({ city, country }: PlaceParts): string | null {
  const known = [city, country].filter((part) => part !== null && part !== "");
  return known.join(COMMA).slice(0, PLACE_LENGTH_MAX) || null;
}

/** The parts of a stored place. A city may have a comma in its name; a country's code is the end. */
export function placePartsOf(place: string | null): PlaceParts {
  if (place === null) return { city: null, country: null };
  const end = place.split(COMMA).at(-1) ?? "";
  if (!COUNTRY.test(end)) return { city: place, country: null };
  return { city: place.slice(0, -(COMMA.length + end.length)) || null, country: end };
}
