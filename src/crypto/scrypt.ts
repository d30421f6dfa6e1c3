// scrypt (RFC 7914) in slices of a fixed number of block mixes. Slices are not timed because the
// clock of a production Worker does not advance while it computes: a library that yields after some
// milliseconds would never yield there and would block the isolate for the whole hash. Successive
// hashes reuse one table of memory.
import { pbkdf2 } from "@noble/hashes/pbkdf2.js";
import { sha256 } from "@noble/hashes/sha2.js";

/** N = 2^log2N, block size r, parallelization p. */
export interface ScryptCost {
  readonly log2N: number;
  readonly r: number;
  readonly p: number;
}

/** About three milliseconds with r = 8. */
const BLOCK_MIXES_PER_SLICE = 1_024;
/** The size of a Salsa20 block, and of a scrypt block per unit of r, in 32-bit words. */
const SALSA_WORDS = 16;
const WORDS_PER_R = 2 * SALSA_WORDS;

/** The zeroed table of the last hash; a hash takes it away, so that two never share one. */
let spareTable: Uint32Array | null = null;

function takeTable(words: number): Uint32Array {
  const table = spareTable?.length === words ? spareTable : new Uint32Array(words);
  spareTable = null;
  return table;
}

/**
 * Derives a key of `bytes` bytes from a password. `pause` is awaited between slices: it lets other
 * requests run, and may throw to stop the hash.
 */
export async function scrypt(
  password: Uint8Array,
  salt: Uint8Array,
  { log2N, r, p }: ScryptCost,
  bytes: number,
  pause: () => Promise<unknown>,
): Promise<Uint8Array> {
  const blocks = pbkdf2(sha256, password, salt, { c: 1, dkLen: 128 * r * p });
  const view = new DataView(blocks.buffer, blocks.byteOffset, blocks.byteLength);
  const words = WORDS_PER_R * r;
  const table = takeTable(words * 2 ** log2N);
  const block = new Uint32Array(words);
  try {
    for (let lane = 0; lane < p; lane++) {
      const at = lane * words;
      // RFC 7914 reads and writes the words in little-endian order on every machine.
      for (let i = 0; i < words; i++) block[i] = view.getUint32((at + i) * 4, true);
      await roMix(block, table, r, pause);
      for (let i = 0; i < words; i++) view.setUint32((at + i) * 4, block[i] ?? 0, true);
    }
    return pbkdf2(sha256, password, blocks, { c: 1, dkLen: bytes });
  } finally {
    for (const secret of [table, block, blocks]) secret.fill(0);
    spareTable = table;
  }
}

/** scryptROMix: RFC 7914 §5. */
async function roMix(
  block: Uint32Array,
  table: Uint32Array,
  r: number,
  pause: () => Promise<unknown>,
): Promise<void> {
  const words = block.length;
  const rows = table.length / words;
  const mixed = new Uint32Array(words);
  table.set(block);
  for (let row = 1; row <= rows; row++) {
    const to = row < rows ? table : block;
    blockMix(table, (row - 1) * words, to, row < rows ? row * words : 0, r);
    if (row % BLOCK_MIXES_PER_SLICE === 0) await pause();
  }
  const last = words - SALSA_WORDS;
  for (let n = 1; n <= rows; n++) {
    // Integerify: the number of rows is a power of two, so the lowest word is enough.
    const at = ((block[last] ?? 0) & (rows - 1)) * words;
    for (let i = 0; i < words; i++) mixed[i] = (block[i] ?? 0) ^ (table[at + i] ?? 0);
    blockMix(mixed, 0, block, 0, r);
    if (n % BLOCK_MIXES_PER_SLICE === 0) await pause();
  }
  mixed.fill(0);
}

/**
 * scryptBlockMix, RFC 7914 §4: even blocks go to the first half, odd ones to the second. `from`
 * and `to` must not overlap.
 */
function blockMix(from: Uint32Array, at: number, to: Uint32Array, toAt: number, r: number): void {
  let mask = from;
  let maskAt = at + (2 * r - 1) * SALSA_WORDS;
  for (let i = 0; i < 2 * r; i++) {
    const target = toAt + ((i >>> 1) + (i & 1) * r) * SALSA_WORDS;
    salsa(mask, maskAt, from, at + i * SALSA_WORDS, to, target);
    mask = to;
    maskAt = target;
  }
}

/**
 * Salsa20/8 of the XOR of two blocks (RFC 7914 §3), unrolled: a loop over an array takes twice as
 * long.
 */
function salsa(
  mask: Uint32Array,
  maskAt: number,
  from: Uint32Array,
  at: number,
  to: Uint32Array,
  toAt: number,
): void {
  const y0 = (from[at + 0] ?? 0) ^ (mask[maskAt + 0] ?? 0);
  const y1 = (from[at + 1] ?? 0) ^ (mask[maskAt + 1] ?? 0);
  const y2 = (from[at + 2] ?? 0) ^ (mask[maskAt + 2] ?? 0);
  const y3 = (from[at + 3] ?? 0) ^ (mask[maskAt + 3] ?? 0);
  const y4 = (from[at + 4] ?? 0) ^ (mask[maskAt + 4] ?? 0);
  const y5 = (from[at + 5] ?? 0) ^ (mask[maskAt + 5] ?? 0);
  const y6 = (from[at + 6] ?? 0) ^ (mask[maskAt + 6] ?? 0);
  const y7 = (from[at + 7] ?? 0) ^ (mask[maskAt + 7] ?? 0);
  const y8 = (from[at + 8] ?? 0) ^ (mask[maskAt + 8] ?? 0);
  const y9 = (from[at + 9] ?? 0) ^ (mask[maskAt + 9] ?? 0);
  const y10 = (from[at + 10] ?? 0) ^ (mask[maskAt + 10] ?? 0);
  const y11 = (from[at + 11] ?? 0) ^ (mask[maskAt + 11] ?? 0);
  const y12 = (from[at + 12] ?? 0) ^ (mask[maskAt + 12] ?? 0);
  const y13 = (from[at + 13] ?? 0) ^ (mask[maskAt + 13] ?? 0);
  const y14 = (from[at + 14] ?? 0) ^ (mask[maskAt + 14] ?? 0);
  const y15 = (from[at + 15] ?? 0) ^ (mask[maskAt + 15] ?? 0);
  let x0 = y0;
  let x1 = y1;
  let x2 = y2;
  let x3 = y3;
  let x4 = y4;
  let x5 = y5;
  let x6 = y6;
  let x7 = y7;
  let x8 = y8;
  let x9 = y9;
  let x10 = y10;
  let x11 = y11;
  let x12 = y12;
  let x13 = y13;
  let x14 = y14;
  let x15 = y15;
  let s = 0;
  for (let round = 0; round < 4; round++) {
    s = (x0 + x12) | 0;
    x4 ^= (s << 7) | (s >>> 25);
    s = (x4 + x0) | 0;
    x8 ^= (s << 9) | (s >>> 23);
    s = (x8 + x4) | 0;
    x12 ^= (s << 13) | (s >>> 19);
    s = (x12 + x8) | 0;
    x0 ^= (s << 18) | (s >>> 14);
    s = (x5 + x1) | 0;
    x9 ^= (s << 7) | (s >>> 25);
    s = (x9 + x5) | 0;
    x13 ^= (s << 9) | (s >>> 23);
    s = (x13 + x9) | 0;
    x1 ^= (s << 13) | (s >>> 19);
    s = (x1 + x13) | 0;
    x5 ^= (s << 18) | (s >>> 14);
    s = (x10 + x6) | 0;
    x14 ^= (s << 7) | (s >>> 25);
    s = (x14 + x10) | 0;
    x2 ^= (s << 9) | (s >>> 23);
    s = (x2 + x14) | 0;
    x6 ^= (s << 13) | (s >>> 19);
    s = (x6 + x2) | 0;
    x10 ^= (s << 18) | (s >>> 14);
    s = (x15 + x11) | 0;
    x3 ^= (s << 7) | (s >>> 25);
    s = (x3 + x15) | 0;
    x7 ^= (s << 9) | (s >>> 23);
    s = (x7 + x3) | 0;
    x11 ^= (s << 13) | (s >>> 19);
    s = (x11 + x7) | 0;
    x15 ^= (s << 18) | (s >>> 14);
    s = (x0 + x3) | 0;
    x1 ^= (s << 7) | (s >>> 25);
    s = (x1 + x0) | 0;
    x2 ^= (s << 9) | (s >>> 23);
    s = (x2 + x1) | 0;
    x3 ^= (s << 13) | (s >>> 19);
    s = (x3 + x2) | 0;
    x0 ^= (s << 18) | (s >>> 14);
    s = (x5 + x4) | 0;
    x6 ^= (s << 7) | (s >>> 25);
    s = (x6 + x5) | 0;
    x7 ^= (s << 9) | (s >>> 23);
    s = (x7 + x6) | 0;
    x4 ^= (s << 13) | (s >>> 19);
    s = (x4 + x7) | 0;
    x5 ^= (s << 18) | (s >>> 14);
    s = (x10 + x9) | 0;
    x11 ^= (s << 7) | (s >>> 25);
    s = (x11 + x10) | 0;
    x8 ^= (s << 9) | (s >>> 23);
    s = (x8 + x11) | 0;
    x9 ^= (s << 13) | (s >>> 19);
    s = (x9 + x8) | 0;
    x10 ^= (s << 18) | (s >>> 14);
    s = (x15 + x14) | 0;
    x12 ^= (s << 7) | (s >>> 25);
    s = (x12 + x15) | 0;
    x13 ^= (s << 9) | (s >>> 23);
    s = (x13 + x12) | 0;
    x14 ^= (s << 13) | (s >>> 19);
    s = (x14 + x13) | 0;
    x15 ^= (s << 18) | (s >>> 14);
  }
  to[toAt + 0] = y0 + x0;
  to[toAt + 1] = y1 + x1;
  to[toAt + 2] = y2 + x2;
  to[toAt + 3] = y3 + x3;
  to[toAt + 4] = y4 + x4;
  to[toAt + 5] = y5 + x5;
  to[toAt + 6] = y6 + x6;
  to[toAt + 7] = y7 + x7;
  to[toAt + 8] = y8 + x8;
  to[toAt + 9] = y9 + x9;
  to[toAt + 10] = y10 + x10;
  to[toAt + 11] = y11 + x11;
  to[toAt + 12] = y12 + x12;
  to[toAt + 13] = y13 + x13;
  to[toAt + 14] = y14 + x14;
  to[toAt + 15] = y15 + x15;
}
