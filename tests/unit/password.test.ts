import { describe, expect, it } from "vitest";
import {
  hashPassword,
  needsRehash,
  verifyNothing,
  verifyPassword,
} from "../../src/crypto/password.ts";

const CHEAP = { log2N: 4, r: 8, p: 1 };

describe("passwords at rest", () => {
  it("are salted: one password has two different hashes, and both verify", async () => {
    const [a, b] = [await hashPassword("secret", CHEAP), await hashPassword("secret", CHEAP)];
    expect(a).not.toBe(b);
    expect(await verifyPassword("secret", a)).toBe(true);
    expect(await verifyPassword("secret", b)).toBe(true);
    expect(await verifyPassword("Secret", a)).toBe(false);
    expect(await verifyPassword("", a)).toBe(false);
  });

  it("stand in the PHC string format, as other tools read it", async () => {
    // From Python: hashlib.scrypt(b"secret", salt=bytes(range(16)), n=16, r=8, p=1, dklen=32).
    const stored =
      "$scrypt$ln=4,r=8,p=1$AAECAwQFBgcICQoLDA0ODw$FBYrbyejpsRMOOxNjJ4WhxLlIIkIxp/izmMfHJ7w9YU";
    expect(await verifyPassword("secret", stored)).toBe(true);
    const made = await Promise.all(Array.from({ length: 20 }, () => hashPassword("s", CHEAP)));
    for (const text of made)
      expect(text).toMatch(/^\$scrypt\$[a-z0-9=,]+\$[\w+/]{22}\$[\w+/]{43}$/);
  });

  it("verify against the cost that they carry, and ask for a new hash when today's differs", async () => {
    const stored = await hashPassword("secret", { log2N: 5, r: 4, p: 2 });
    expect(stored).toMatch(/^\$scrypt\$ln=5,r=4,p=2\$/);
    expect(await verifyPassword("secret", stored)).toBe(true);
    expect(needsRehash(stored, CHEAP)).toBe(true);
    expect(needsRehash(stored, { log2N: 5, r: 4, p: 2 })).toBe(false);
    expect(needsRehash(stored, { log2N: 5, r: 4, p: 21 })).toBe(true);
  });

  it("are the same however the keyboard composed them", async () => {
    const stored = await hashPassword("Am\u00e9lie passe", CHEAP);
    expect(await verifyPassword("Ame\u0301lie passe", stored)).toBe(true);
  });

  it("refuse to be read from another form", async () => {
    for (const stored of [
      "",
      "secret",
      "$argon2id$v=19$m=1,t=1,p=1$AAAA$AAAA",
      "$scrypt$ln=4$A$A",
    ]) {
      await expect(verifyPassword("secret", stored)).rejects.toThrow("PHC");
    }
  });

  it("take as long to refuse for nobody as for somebody", async () => {
    const cost = { log2N: 12, r: 8, p: 1 };
    const stored = await hashPassword("secret", cost);
    const timed = async (act: () => Promise<unknown>) => {
      const times: number[] = [];
      for (let i = 0; i < 7; i++) {
        const start = performance.now();
        await act();
        times.push(performance.now() - start);
      }
      return times.sort((a, b) => a - b)[3] ?? 0;
    };
    const somebody = await timed(() => verifyPassword("wrong", stored));
    const nobody = await timed(() => verifyNothing("wrong", cost));
    expect(nobody / somebody).toBeGreaterThan(0.5);
    expect(nobody / somebody).toBeLessThan(2);
  });
});
