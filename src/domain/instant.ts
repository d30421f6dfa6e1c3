// Moments as the ledger tells them apart: microseconds since 1970, which no Date can hold.

/** RFC 3339 in UTC with six decimals. */
export function instantOf(micros: bigint): string {
  const ms = new Date(Number(micros / 1_000n)).toISOString().slice(0, -1);
  return `${ms}${`${micros % 1_000n}`.padStart(3, "0")}Z`;
}

/**
 * The microseconds of an RFC 3339 time. What is finer is rounded up: of times in whole microseconds, the
 * same ones are before it and the same ones are not.
 */
export function microsOf(rfc3339: string): bigint {
  const decimals = /\.(\d+)/.exec(rfc3339)?.[1] ?? "";
  const seconds = BigInt(Date.parse(rfc3339.replace(/\.\d+/, ""))) * 1_000n;
  const isFiner = /[1-9]/.test(decimals.slice(6));
  return seconds + BigInt(decimals.slice(0, 6).padEnd(6, "0")) + (isFiner ? 1n : 0n);
}
