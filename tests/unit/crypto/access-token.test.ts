import { SignJWT } from "jose";
import { describe, expect, it } from "vitest";
import {
  ACCESS_TOKEN_SECONDS,
  type AccessTokenSettings,
  signAccessToken,
  verifyAccessToken,
} from "../../../src/crypto/access-token.ts";
import { VERIFIED_TOKENS_MAX } from "../../../src/domain/bounds.ts";
import { newId, toWireId } from "../../../src/domain/ids.ts";

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
const newSubject = () => ({
  userId: newId("usr", NOW),
  sessionId: newId("ses", NOW),
  defaultWalletId: newId("wal", NOW),
});

/** A token signed by key "a", with these claims in addition to the required ones. */
function tokenWith(claims: Record<string, unknown>): Promise<string> {
  const { userId, sessionId } = newSubject();
  const sid = toWireId("ses", sessionId);
  return new SignJWT({ iss: "https://issuer.example", aud: "tests", jti: "1", sid, ...claims })
    .setProtectedHeader({ alg: "HS256", typ: "at+jwt", kid: "a" })
    .setSubject(toWireId("usr", userId))
    .setIssuedAt(NOW / 1_000)
    .setExpirationTime(NOW / 1_000 + 60)
    .sign(Buffer.from(key("a").k, "base64url"));
}

describe("the claim of the default wallet", () => {
  const check = async (claims: Record<string, unknown>) =>
    verifyAccessToken(settingsOf("a"), await tokenWith(claims), NOW);

  it("may be missing, as in tokens that the previous version issued", async () => {
    expect(await check({})).toMatchObject({ kind: "valid", subject: { defaultWalletId: null } });
  });

  it("is left out when the user has no default wallet", async () => {
    const subject = { ...newSubject(), defaultWalletId: null };
    const token = await signAccessToken(settingsOf("a"), subject, NOW);
    expect(JSON.parse(atob(token.split(".")[1] ?? ""))).not.toHaveProperty("wid");
    expect(await verifyAccessToken(settingsOf("a"), token, NOW)).toEqual({
      kind: "valid",
      subject,
    });
  });

  it.each([
    ["text that is no id", "wallet"],
    ["an empty text", ""],
    ["a user's id", toWireId("usr", newId("usr", NOW))],
    ["a bare UUID", newId("wal", NOW)],
    ["null", null],
    ["a list of ids", [toWireId("wal", newId("wal", NOW)), toWireId("wal", newId("wal", NOW))]],
    ["a list of one id", [toWireId("wal", newId("wal", NOW))]],
    ["a number", 7],
  ])("makes a token invalid when it is %s", async (_, wid) => {
    expect(await check({ wid })).toEqual({ kind: "invalid" });
  });
});

describe("a token that was verified earlier", () => {
  it("is valid for the same user until it expires", async () => {
    const settings = settingsOf("a");
    const subject = newSubject();
    const token = await signAccessToken(settings, subject, NOW);
    const at = (seconds: number) => verifyAccessToken(settings, token, NOW + seconds * 1_000);
    expect(await at(0)).toEqual({ kind: "valid", subject });
    expect(await at(ACCESS_TOKEN_SECONDS - 1)).toEqual({ kind: "valid", subject });
    expect(await at(ACCESS_TOKEN_SECONDS + 60)).toEqual({ kind: "expired" });
  });

  it("is not accepted under other settings that have not verified it", async () => {
    const token = await signAccessToken(settingsOf("a"), newSubject(), NOW);
    expect(await verifyAccessToken(settingsOf("a"), token, NOW)).toMatchObject({ kind: "valid" });
    expect(await verifyAccessToken(settingsOf("b"), token, NOW)).toEqual({ kind: "invalid" });
    expect(await verifyAccessToken(settingsOf("b", "a"), token, NOW)).toMatchObject({
      kind: "valid",
    });
  });

  it("is verified again after newer tokens have displaced it from the cache", async () => {
    const settings = settingsOf("a");
    const subject = newSubject();
    const first = await signAccessToken(settings, subject, NOW);
    await verifyAccessToken(settings, first, NOW);
    for (let i = 0; i <= VERIFIED_TOKENS_MAX; i++) {
      const token = await signAccessToken(settings, subject, NOW);
      await verifyAccessToken(settings, token, NOW);
    }
    expect(await verifyAccessToken(settings, first, NOW)).toEqual({ kind: "valid", subject });
  });
});
