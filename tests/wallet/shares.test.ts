import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { shareOf, writerOf } from "../../src/wallet/shares.ts";

/** Answers names, as the code only asks for them. */
const names = { idFromName: (name: string) => name, get: (name: string) => name };

describe("the writer of a wallet object", () => {
  it("is one for as many objects as any other has, give or take one", () => {
    for (const ledgerWriters of [1, 2, 3, 8]) {
      const named = { ...env, LEDGER_WRITERS: `${ledgerWriters}`, LEDGER_WRITER: names };
      const counts = new Map<string, number>();
      for (let n = 0; n < 8; n++) {
        const writer = `${writerOf(named as unknown as Env, `wallets-${n}`)}`;
        counts.set(writer, (counts.get(writer) ?? 0) + 1);
      }
      expect(counts.size).toBe(ledgerWriters);
      const sizes = [...counts.values()];
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }
  });
});

describe("the shares of wallet objects", () => {
  it("are even although names are alike, and the same at every call", () => {
    for (const count of [2, 8, 10]) {
      const sizes = Array<number>(count).fill(0);
      for (let n = 0; n < 10_000; n++) {
        const id = n.toString(16).padStart(12, "0");
        const share = shareOf(`0190cafe-${id}/0190cafe-${id}`, count);
        expect(shareOf(`0190cafe-${id}/0190cafe-${id}`, count)).toBe(share);
        sizes[share] = (sizes[share] ?? 0) + 1;
      }
      const even = 10_000 / count;
      expect(Math.min(...sizes)).toBeGreaterThan(0.8 * even);
      expect(Math.max(...sizes)).toBeLessThan(1.2 * even);
    }
  });
});
