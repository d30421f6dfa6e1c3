// The identity of a request's meaning. Hashed are length-prefixed bytes, not JSON text: two different
// lists of parts never feed the same bytes, in whatever script they are written.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";

const LENGTH_BYTES = 5;
const ABSENT = new Uint8Array(LENGTH_BYTES).fill(0xff);

function prefixed(part: string | null): Uint8Array {
  if (part === null) return ABSENT;
  const bytes = utf8ToBytes(part);
  const length = new Uint8Array(LENGTH_BYTES);
  new DataView(length.buffer).setUint32(1, bytes.length);
  return concatBytes(length, bytes);
}

/** SHA-256 over the parts, each behind its length, in hex. Null and "" are different parts. */
export function fingerprintOf(parts: readonly (string | null)[]): string {
  return bytesToHex(sha256(concatBytes(...parts.map(prefixed))));
}
