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

/**
 * The microseconds of an RFC 3339 time. A finer time is rounded up: then a time in whole
 * microseconds is before the result exactly if it is before the time that was read.
 */
export function microsOf(rfc3339: string): UnixMicros {
  const decimals = /\.(\d+)/.exec(rfc3339)?.[1] ?? "";
  const seconds = BigInt(Date.parse(rfc3339.replace(/\.\d+/, ""))) * 1_000n;
  const isFiner = /[1-9]/.test(decimals.slice(6));
  return unixMicros(seconds + BigInt(decimals.slice(0, 6).padEnd(6, "0")) + (isFiner ? 1n : 0n));
}
