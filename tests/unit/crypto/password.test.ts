import { describe, expect, it, vi } from "vitest";
import { UNQUEUED } from "../../../src/crypto/hash-queue.ts";
import {
  hashPassword,
  needsRehash,
  verifyDummyPassword,
  verifyPassword,
} from "../../../src/crypto/password.ts";
import { scrypt } from "../../../src/crypto/scrypt.ts";

// The real implementation, with its calls recorded.
vi.mock("../../../src/crypto/scrypt.ts", { spy: true });

const CHEAP = { log2N: 4, r: 8, p: 1 };

describe("passwords at rest", () => {
  it("are salted: one password has two different hashes, and both verify", async () => {
    const [a, b] = [
      await hashPassword("secret", CHEAP, UNQUEUED),
      await hashPassword("secret", CHEAP, UNQUEUED),
    ];
    expect(a).not.toBe(b);
    expect(await verifyPassword("secret", a, UNQUEUED)).toBe(true);
    expect(await verifyPassword("secret", b, UNQUEUED)).toBe(true);
    expect(await verifyPassword("Secret", a, UNQUEUED)).toBe(false);
    expect(await verifyPassword("", a, UNQUEUED)).toBe(false);
  });

  it("are in the PHC string format, which other tools read", async () => {
    // From Python: hashlib.scrypt(b"secret", salt=bytes(range(16)), n=16, r=8, p=1, dklen=32).
    const stored =
      "$scrypt$ln=4,r=8,p=1$AAECAwQFBgcICQoLDA0ODw$FBYrbyejpsRMOOxNjJ4WhxLlIIkIxp/izmMfHJ7w9YU";
    expect(await verifyPassword("secret", stored, UNQUEUED)).toBe(true);
    const made = await Promise.all(
      Array.from({ length: 20 }, () => hashPassword("s", CHEAP, UNQUEUED)),
    );
    for (const text of made)
      expect(text).toMatch(/^\$scrypt\$[a-z0-9=,]+\$[\w+/]{22}\$[\w+/]{43}$/);
  });

  it("verify at the cost that they name, and need a new hash when the configured cost differs", async () => {
    const stored = await hashPassword("secret", { log2N: 5, r: 4, p: 2 }, UNQUEUED);
    expect(stored).toMatch(/^\$scrypt\$ln=5,r=4,p=2\$/);
    expect(await verifyPassword("secret", stored, UNQUEUED)).toBe(true);
    expect(needsRehash(stored, CHEAP)).toBe(true);
    expect(needsRehash(stored, { log2N: 5, r: 4, p: 2 })).toBe(false);
    expect(needsRehash(stored, { log2N: 5, r: 4, p: 21 })).toBe(true);
  });

  it("verify independently of Unicode composition", async () => {
    const stored = await hashPassword("Am\u00e9lie passe", CHEAP, UNQUEUED);
    expect(await verifyPassword("Ame\u0301lie passe", stored, UNQUEUED)).toBe(true);
  });

  it("are refused in any other format", async () => {
    for (const stored of [
      "",
      "secret",
      "$argon2id$v=19$m=1,t=1,p=1$AAAA$AAAA",
      "$scrypt$ln=4$A$A",
    ]) {
      await expect(verifyPassword("secret", stored, UNQUEUED)).rejects.toThrow("PHC");
    }
  });

  it("cost the same work to refuse with and without an account", async () => {
    const stored = await hashPassword("secret", CHEAP, UNQUEUED);
    const watched = vi.mocked(scrypt).mockClear();
    await verifyPassword("wrong", stored, UNQUEUED);
    await verifyDummyPassword("wrong", CHEAP, UNQUEUED);
    const [withAccount, withoutAccount] = watched.mock.calls.map(([password, salt, cost]) => ({
      password,
      saltBytes: salt.length,
      cost,
    }));
    expect(withAccount?.cost).toEqual(CHEAP);
    expect(withoutAccount).toEqual(withAccount);
    expect(watched).toHaveBeenCalledTimes(2);
  });
});
