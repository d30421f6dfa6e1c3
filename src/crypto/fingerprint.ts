// The identity of a request's meaning. Hashed are length-prefixed bytes, not JSON text: two different
// lists of parts never feed the same bytes, in whatever script they are written.
import { createHash } from "node:crypto";

const LENGTH_BYTES = 5;
// UTF-8 takes at most three bytes for one of JavaScript's UTF-16 units.
const BYTES_PER_UNIT_MAX = 3;
const encoder = new TextEncoder();

/** SHA-256 over the parts, each behind its length, in hex. Null and "" are different parts. */
export function fingerprintOf(parts: readonly (string | null)[]): string {
  const room = parts.map((part) => LENGTH_BYTES + BYTES_PER_UNIT_MAX * (part?.length ?? 0));
  const bytes = new Uint8Array(room.reduce((sum, size) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const part of parts) {
    const start = at + LENGTH_BYTES;
    if (part === null) {
      bytes.fill(0xff, at, start);
      at = start;
    } else {
      const { written } = encoder.encodeInto(part, bytes.subarray(start));
      view.setUint32(at + 1, written);
      at = start + written;
    }
  }
  return createHash("sha256").update(bytes.subarray(0, at)).digest("hex");
}
