import { describe, expect, it } from "vitest";
import { totpCode, totpSecretText, totpStepOf, totpUri } from "../../../src/crypto/totp.ts";

const secret = new TextEncoder().encode("12345678901234567890");

describe("a time-based code", () => {
  // RFC 6238, appendix B, SHA-1: the last six of its eight digits.
  it.each([
    [59, "287082"],
    [1_111_111_109, "081804"],
    [1_111_111_111, "050471"],
    [1_234_567_890, "005924"],
    [2_000_000_000, "279037"],
    [20_000_000_000, "353130"],
  ])("is the RFC's code at %i seconds", (seconds, code) => {
    expect(totpCode(secret, seconds * 1_000)).toBe(code);
    expect(totpStepOf(secret, code, seconds * 1_000)).toBe(Math.floor(seconds / 30));
  });

  it("is accepted for the current time step, the one before and the one after", () => {
    const now = 1_111_111_111_000;
    const step = Math.floor(now / 30_000);
    for (const away of [-1, 0, 1]) {
      expect(totpStepOf(secret, totpCode(secret, now + away * 30_000), now)).toBe(step + away);
    }
    for (const away of [-2, 2]) {
      expect(totpStepOf(secret, totpCode(secret, now + away * 30_000), now)).toBeNull();
    }
  });
});

describe("the name of an account", () => {
  it.each(["+967771234567", "a&b=c@mail.example", "x?secret=AAAA&issuer=Evil#y", "أمينة/../%2F"])(
    "is percent-encoded in the URI of its app: %j",
    (name) => {
      const { pathname, searchParams, hash } = new URL(totpUri(secret, name));
      expect(decodeURIComponent(pathname.split(":")[1] ?? "")).toBe(name);
      expect(searchParams.getAll("secret")).toEqual([totpSecretText(secret)]);
      expect([searchParams.getAll("issuer"), hash]).toEqual([["Mahfaza"], ""]);
    },
  );
});
