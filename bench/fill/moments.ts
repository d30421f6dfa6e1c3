// SQL for a transaction's created_at, and for its UUIDv7, whose leading bits are that time.
// A hash replaces randomness, so that every run makes the same rows.

/** The exact timestamptz of a Unix time in milliseconds. */
export const momentSql = (ms: string): string =>
  `timestamptz 'epoch' + ${ms} * interval '1 millisecond'`;

/** RFC 9562: 48 bits of time, version 7, 12 bits, variant 10, 62 bits. */
export const transactionIdSql = (ms: string, seed: string): string =>
  `(lpad(to_hex(${ms}), 12, '0') || '7' || substr(md5(${seed}), 1, 3) || '8' || substr(md5(${seed}), 5, 15))::uuid`;
