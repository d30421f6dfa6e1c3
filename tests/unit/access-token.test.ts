import { describe, expect, it } from "vitest";
import {
  ACCESS_TOKEN_SECONDS,
  type AccessTokenSettings,
  signAccessToken,
  verifyAccessToken,
} from "../../src/crypto/access-token.ts";
import { newId } from "../../src/domain/ids.ts";
import { VERIFIED_TOKENS_MAX } from "../../src/domain/limits.ts";

const key = (letter: string) => ({
  kid: letter,
  k: Buffer.alloc(32, letter).toString("base64url"),
});
const settingsOf = (...letters: string[]): AccessTokenSettings => ({
  accessTokenKeys: letters.map(key),
  tokenIssuer: "https://issuer.example",
  tokenAudience: "tests",
});
const NOW = Date.UTC(2026, 10, 24);
const someone = () => ({ userId: newId("usr", NOW), sessionId: newId("ses", NOW) });

describe("a token that was verified before", () => {
  it("speaks for the same person, until its time has run out", async () => {
    const settings = settingsOf("a");
    const subject = someone();
    const token = await signAccessToken(settings, subject, NOW);
    const at = (seconds: number) => verifyAccessToken(settings, token, NOW + seconds * 1_000);
    expect(await at(0)).toEqual({ kind: "valid", subject });
    expect(await at(ACCESS_TOKEN_SECONDS - 1)).toEqual({ kind: "valid", subject });
    expect(await at(ACCESS_TOKEN_SECONDS + 60)).toEqual({ kind: "expired" });
  });

  it("means nothing to settings that have not verified it", async () => {
    const token = await signAccessToken(settingsOf("a"), someone(), NOW);
    expect(await verifyAccessToken(settingsOf("a"), token, NOW)).toMatchObject({ kind: "valid" });
    expect(await verifyAccessToken(settingsOf("b"), token, NOW)).toEqual({ kind: "invalid" });
    expect(await verifyAccessToken(settingsOf("b", "a"), token, NOW)).toMatchObject({
      kind: "valid",
    });
  });

  it("is verified again once it was forgotten for newer ones", async () => {
    const settings = settingsOf("a");
    const subject = someone();
    const first = await signAccessToken(settings, subject, NOW);
    await verifyAccessToken(settings, first, NOW);
    for (let i = 0; i <= VERIFIED_TOKENS_MAX; i++) {
      const token = await signAccessToken(settings, subject, NOW);
      await verifyAccessToken(settings, token, NOW);
    }
    expect(await verifyAccessToken(settings, first, NOW)).toEqual({ kind: "valid", subject });
  });
});
