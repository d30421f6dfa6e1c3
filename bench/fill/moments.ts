// SQL of what a transaction's time decides: created_at, and the UUIDv7 whose leading bits it is.
// A hash stands in for randomness, so that every run fills the same.

/** The timestamptz of Unix time in milliseconds, exact. */
export const momentSql = (ms: string): string =>
  `timestamptz 'epoch' + ${ms} * interval '1 millisecond'`;

/** RFC 9562: 48 bits of time, version 7, 12 bits, variant 10, 62 bits. */
export const transactionIdSql = (ms: string, seed: string): string =>
  `(lpad(to_hex(${ms}), 12, '0') || '7' || substr(md5(${seed}), 1, 3) || '8' || substr(md5(${seed}), 5, 15))::uuid`;
