import { describe, expect, it } from "vitest";
import { totpCode, totpStepOf } from "../../../src/crypto/totp.ts";

const secret = new TextEncoder().encode("12345678901234567890");

describe("a time-based code", () => {
  // RFC 6238, appendix B, SHA-1; of its eight digits the last six.
  it.each([
    [59, "287082"],
    [1_111_111_109, "081804"],
    [1_111_111_111, "050471"],
    [1_234_567_890, "005924"],
    [2_000_000_000, "279037"],
    [20_000_000_000, "353130"],
  ])("is at %i seconds what the RFC says", (seconds, code) => {
    expect(totpCode(secret, seconds * 1_000)).toBe(code);
    expect(totpStepOf(secret, code, seconds * 1_000)).toBe(Math.floor(seconds / 30));
  });

  it("belongs to one step, within one step of now", () => {
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
