// Fingerprints tell whether two requests mean the same. Each part is hashed behind its length, so
// two different lists of parts never produce the same bytes.
import { createHash } from "node:crypto";

const LENGTH_BYTES = 5;
// UTF-8 needs at most three bytes for each UTF-16 unit of a JavaScript string.
const BYTES_PER_UNIT_MAX = 3;
const encoder = new TextEncoder();

/** SHA-256 of bytes, in hex. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** SHA-256 over the parts, each preceded by its length, in hex. Null and "" are different parts. */
export function fingerprintOf(parts: readonly (string | null)[]): string {
  const sizes = parts.map((part) => LENGTH_BYTES + BYTES_PER_UNIT_MAX * (part?.length ?? 0));
  const bytes = new Uint8Array(sizes.reduce((sum, size) => sum + size, 0));
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
