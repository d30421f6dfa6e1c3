/**
 * The types of time, one for each meaning, and every conversion between them. `Date` is only for
 * times of accounts, sessions and wallets, which Drizzle reads as Date and the API shows to the
 * millisecond.
 */

/** A moment by the service's clock: Unix time in milliseconds. Identifiers begin with it. */
export type UnixMs = number & { readonly __time: "ms" };

/** A moment by the ledger's clock: microseconds since 1970. A Date holds milliseconds only. */
export type UnixMicros = bigint & { readonly __time: "micros" };

/**
 * A UnixMicros as text: RFC 3339 in UTC with six decimals. Text of this form sorts in the order of
 * time.
 */
export type MicrosText = string & { readonly __time: "text" };

/**
 * Reads the current time. Code that decides by the time takes one, so that a test can set the time.
 */
export type Clock = () => UnixMs;

/** The only place that reads the machine's clock. */
export const systemClock: Clock = () => Date.now() as UnixMs;

/** Marks a number of milliseconds since 1970 as a moment. */
export function unixMs(ms: number): UnixMs {
  return ms as UnixMs;
}

/** Marks a number of microseconds since 1970 as a moment. */
export function unixMicros(micros: bigint): UnixMicros {
  return micros as UnixMicros;
}

/** The moment that a Date holds. */
export function msOfDate(date: Date): UnixMs {
  return date.getTime() as UnixMs;
}

/** RFC 3339 in UTC with three decimals. */
export function msText(ms: number): string {
  return new Date(ms).toISOString();
}

/** RFC 3339 in UTC with six decimals. */
export function microsText(micros: bigint): MicrosText {
  const ms = msText(Number(micros / 1_000n)).slice(0, -1);
  return `${ms}${`${micros % 1_000n}`.padStart(3, "0")}Z` as MicrosText;
}

/** The first six decimals of a second as microseconds; a finer fraction is rounded up. */
function fractionMicros(decimals: string): bigint {
  const isFiner = /[1-9]/.test(decimals.slice(6));
  return BigInt(decimals.slice(0, 6).padEnd(6, "0")) + (isFiner ? 1n : 0n);
}

/**
 * The microseconds of an RFC 3339 time that is known to be one. A finer time is rounded up: then a
 * time in whole microseconds is before the result exactly if it is before the time that was read.
 */
export function microsOf(rfc3339: string): UnixMicros {
  const decimals = /\.(\d+)/.exec(rfc3339)?.[1] ?? "";
  const seconds = BigInt(Date.parse(rfc3339.replace(/\.\d+/, ""))) * 1_000n;
  return unixMicros(seconds + fractionMicros(decimals));
}

const RFC_3339 =
  /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):([0-5]\d):([0-5]\d|60)(?:\.(\d+))?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/i;

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

/**
 * Reads a time of RFC 3339 §5.6, as a person or a program wrote it; null for any other text. Like
 * `microsOf`, it rounds a finer time up. A leap second (§5.7) is read as the start of the next
 * second, because Unix time has none; it is a time only at the end of a day in UTC.
 */
export function parseInstant(text: string): UnixMicros | null {
  const match = RFC_3339.exec(text);
  if (!match) return null;
  const [, date = "", hour, minute, second, decimals = "", sign, offsetHour, offsetMinute] = match;
  const midnightMs = midnightOf(date);
  if (midnightMs === null) return null;
  const offset = sign ? Number(offsetHour) * 60 + Number(offsetMinute) : 0;
  const minutes = Number(hour) * 60 + Number(minute) - (sign === "-" ? -offset : offset);
  const isLeap = second === "60";
  if (isLeap && (minutes + DAY_MINUTES) % DAY_MINUTES !== DAY_MINUTES - 1) return null;
  const ms = midnightMs + minutes * MINUTE_MS + Number(second) * 1_000;
  return unixMicros(BigInt(ms) * 1_000n + (isLeap ? 0n : fractionMicros(decimals)));
}

/** The start of a date in UTC as Unix time in milliseconds; null for a day that no month has. */
function midnightOf(date: string): number | null {
  const midnight = new Date(`${date}T00:00:00Z`);
  const isReal = !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(date);
  return isReal ? midnight.getTime() : null;
}

/** The time of a decimal text of milliseconds since 1970, as Postgres writes a bigint. */
export function msOfText(text: string): UnixMs {
  return unixMs(Number(text));
}
