import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fingerprintOf } from "../../../src/crypto/fingerprint.ts";

const parts = fc.array(fc.option(fc.string({ unit: "binary" }), { nil: null }), { maxLength: 5 });

describe("fingerprints", () => {
  it("are 32 bytes in hex, and the same for the same parts in every script", () => {
    fc.assert(
      fc.property(parts, (list) => {
        expect(fingerprintOf(list)).toMatch(/^[0-9a-f]{64}$/);
        expect(fingerprintOf([...list])).toBe(fingerprintOf(list));
      }),
    );
  });

  it("stay equal to stored ones: each part follows five bytes of its length", () => {
    const bytes = Buffer.concat([
      Buffer.from([0, 0, 0, 0, 3]),
      Buffer.from("YEM"),
      Buffer.alloc(5, 0xff),
      Buffer.from([0, 0, 0, 0, 8]),
      Buffer.from("محفظ"),
    ]);
    const expected = createHash("sha256").update(bytes).digest("hex");
    expect(fingerprintOf(["YEM", null, "محفظ"])).toBe(expected);
  });

  it("differ for different parts, also when only the boundaries differ", () => {
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        fc.pre(JSON.stringify(a) !== JSON.stringify(b));
        expect(fingerprintOf(a)).not.toBe(fingerprintOf(b));
      }),
    );
    expect(fingerprintOf(["ab", "c"])).not.toBe(fingerprintOf(["a", "bc"]));
    expect(fingerprintOf(["a", null])).not.toBe(fingerprintOf(["a", ""]));
    expect(fingerprintOf(["a"])).not.toBe(fingerprintOf(["a", null]));
    expect(fingerprintOf([])).not.toBe(fingerprintOf([""]));
  });
});
