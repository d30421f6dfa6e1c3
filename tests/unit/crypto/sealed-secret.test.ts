import { describe, expect, it } from "vitest";
import { needsResealing, openSecret, sealSecret } from "../../../src/crypto/sealed-secret.ts";

const key = (kid: string, byte: number) => ({
  kid,
  k: Buffer.alloc(32, byte).toString("base64url"),
});
const [OLD, NEW] = [key("old", 1), key("new", 2)];
const only = (...sealingKeys: { kid: string; k: string }[]) => ({ sealingKeys });
const secret = new TextEncoder().encode("twenty bytes of text");

describe("a sealed secret", () => {
  it("opens for the purpose that it was sealed for, and is never sealed to the same text twice", async () => {
    const first = await sealSecret(only(OLD), secret, "totp a");
    const second = await sealSecret(only(OLD), secret, "totp a");
    expect(first).not.toBe(second);
    expect(first).not.toContain(Buffer.from(secret).toString("base64url"));
    expect(await openSecret(only(OLD), first, "totp a")).toEqual(secret);
  });

  it("opens for no other purpose: not in another user's row, and not as another kind of secret", async () => {
    const sealed = await sealSecret(only(OLD), secret, "totp a");
    for (const purpose of ["totp b", "email a", "", "totp a "]) {
      await expect(openSecret(only(OLD), sealed, purpose)).rejects.toThrow();
    }
  });

  it("does not open when any byte is changed", async () => {
    const sealed = await sealSecret(only(OLD), secret, "totp a");
    const body = sealed.indexOf(".") + 1;
    for (let at = body; at < sealed.length; at++) {
      if (sealed[at] === "." || at === sealed.length - 1) continue;
      const flipped = sealed[at] === "A" ? "B" : "A";
      const broken = sealed.slice(0, at) + flipped + sealed.slice(at + 1);
      await expect(openSecret(only(OLD), broken, "totp a")).rejects.toThrow();
    }
  });

  it("opens after a key rotation as long as the old key is still in the set", async () => {
    const sealed = await sealSecret(only(OLD), secret, "totp a");
    const rotated = only(NEW, OLD);
    expect(await openSecret(rotated, sealed, "totp a")).toEqual(secret);
    expect(needsResealing(only(OLD), sealed)).toBe(false);
    expect(needsResealing(rotated, sealed)).toBe(true);
    const resealed = await sealSecret(rotated, secret, "totp a");
    expect(needsResealing(rotated, resealed)).toBe(false);
    expect(await openSecret(only(NEW), resealed, "totp a")).toEqual(secret);
    await expect(openSecret(only(NEW), sealed, "totp a")).rejects.toThrow("SEALING_KEYS");
  });
});
