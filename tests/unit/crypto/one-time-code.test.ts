import { describe, expect, it } from "vitest";
import { newOneTimeCode, oneTimeCodeHash } from "../../../src/crypto/one-time-code.ts";
import { CODE_DIGITS } from "../../../src/domain/bounds.ts";

const draws = (...values: number[]) => {
  const left = [...values];
  return () => left.shift() ?? Number.NaN;
};
const KEY = Buffer.alloc(32, 1).toString("base64url");
const OTHER_KEY = Buffer.alloc(32, 2).toString("base64url");

describe("a one-time code", () => {
  it("has eight digits, with leading zeros", () => {
    expect(newOneTimeCode(draws(0))).toBe("00000000");
    expect(newOneTimeCode(draws(7))).toBe("00000007");
    expect(newOneTimeCode(draws(99_999_999))).toBe("99999999");
    expect(newOneTimeCode(draws(100_000_000))).toBe("00000000");
    for (let i = 0; i < 100; i++) {
      expect(newOneTimeCode()).toMatch(new RegExp(`^\\d{${CODE_DIGITS}}$`));
    }
  });

  it("is drawn again when the random number would make small codes more likely", () => {
    // 42 whole rounds of 10^8 fit into 2^32; what is left over is no code.
    expect(newOneTimeCode(draws(4_199_999_999))).toBe("99999999");
    expect(newOneTimeCode(draws(4_200_000_000, 2 ** 32 - 1, 5))).toBe("00000005");
  });

  it("hardly ever repeats in a thousand", () => {
    const codes = new Set(Array.from({ length: 1_000 }, () => newOneTimeCode()));
    // Birthday problem with 10^8 codes: one collision in about two hundred runs, five practically never.
    expect(codes.size).toBeGreaterThan(995);
  });
});

describe("the stored hash of a code", () => {
  it("differs by key, by the code's purpose, and by the code", () => {
    const hashes = [
      oneTimeCodeHash(KEY, ["verification", "a", "phone"], "12345678"),
      oneTimeCodeHash(OTHER_KEY, ["verification", "a", "phone"], "12345678"),
      oneTimeCodeHash(KEY, ["password_reset", "a", "phone"], "12345678"),
      oneTimeCodeHash(KEY, ["verification", "b", "phone"], "12345678"),
      oneTimeCodeHash(KEY, ["verification", "a", "phone"], "12345679"),
      oneTimeCodeHash(KEY, ["verification", "aphone"], "12345678"),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
    for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(oneTimeCodeHash(KEY, ["verification", "a", "phone"], "12345678")).toBe(hashes[0]);
  });
});
