import { scryptSync } from "node:crypto";
import { scrypt as noble } from "@noble/hashes/scrypt.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scrypt } from "../../../src/crypto/scrypt.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const hex = (value: Uint8Array) => Buffer.from(value).toString("hex");
const unpaused = async () => {};

describe("scrypt", () => {
  // RFC 7914 §12, without its last vector, which needs a gigabyte.
  it.each([
    [
      "",
      "",
      4,
      1,
      1,
      "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906",
    ],
    [
      "password",
      "NaCl",
      10,
      8,
      16,
      "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640",
    ],
    [
      "pleaseletmein",
      "SodiumChloride",
      14,
      8,
      1,
      "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887",
    ],
  ])(
    "derives the key of RFC 7914 from %j and %j",
    async (password, salt, log2N, r, p, expected) => {
      const cost = { log2N, r, p };
      expect(hex(await scrypt(bytes(password), bytes(salt), cost, 64, unpaused))).toBe(expected);
    },
  );

  it("derives the same keys as other implementations, for any input", async () => {
    const cost = fc.record({
      log2N: fc.integer({ min: 1, max: 8 }),
      r: fc.integer({ min: 1, max: 9 }),
      p: fc.integer({ min: 1, max: 4 }),
    });
    const input = fc.uint8Array({ maxLength: 80 });
    await fc.assert(
      fc.asyncProperty(input, input, cost, async (password, salt, { log2N, r, p }) => {
        const ours = await scrypt(password, salt, { log2N, r, p }, 32, unpaused);
        expect(hex(ours)).toBe(hex(scryptSync(password, salt, 32, { N: 2 ** log2N, r, p })));
        expect(hex(ours)).toBe(hex(noble(password, salt, { N: 2 ** log2N, r, p, dkLen: 32 })));
      }),
    );
  });

  it("derives the same key while another derivation runs", async () => {
    const cost = { log2N: 12, r: 8, p: 2 };
    const turn = () => new Promise((resolve) => setTimeout(resolve, 0));
    const derive = (text: string) => scrypt(bytes(text), bytes("salt"), cost, 32, turn);
    const [a, b, alone] = [...(await Promise.all([derive("a"), derive("b")])), await derive("a")];
    expect(hex(a)).toBe(hex(alone));
    expect(hex(b)).not.toBe(hex(a));
  });

  it("pauses after a fixed amount of work, not by the clock", async () => {
    let pauses = 0;
    const count = async () => {
      pauses += 1;
    };
    await scrypt(bytes("a"), bytes("b"), { log2N: 14, r: 8, p: 5 }, 32, count);
    expect(pauses).toBe((5 * 2 * 2 ** 14) / 1_024);
  });

  it("ends when a pause throws, and the next derivation is correct", async () => {
    const cost = { log2N: 12, r: 8, p: 1 };
    const throwing = () => Promise.reject(new Error("given up"));
    await expect(scrypt(bytes("a"), bytes("b"), cost, 32, throwing)).rejects.toThrow("given up");
    const N = 2 ** cost.log2N;
    expect(hex(await scrypt(bytes("a"), bytes("b"), cost, 32, unpaused))).toBe(
      hex(scryptSync("a", "b", 32, { N, r: 8, p: 1 })),
    );
  });
});
