import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { newId } from "../../src/domain/ids.ts";
import { walletObjectOf } from "../../src/wallet/wallet-client.ts";
import { writerOf } from "../../src/wallet/wallet-object.ts";

/** A namespace whose stubs are just their names. */
const names = { getByName: (name: string) => name };
const named = (settings: object = {}) =>
  ({ ...env, WALLET: names, LEDGER_WRITER: names, ...settings }) as unknown as Env;

describe("the object of a wallet", () => {
  it("is named by the wallet's id", () => {
    const walletId = newId("wal", Date.now());
    expect(walletObjectOf(named(), walletId)).toBe(walletId);
  });
});

describe("the writer of a wallet", () => {
  it("is the same in each call, and all writers have about equally many wallets", () => {
    for (const ledgerWriters of [1, 2, 3, 8]) {
      const settings = named({ LEDGER_WRITERS: `${ledgerWriters}` });
      const counts = new Map<string, number>();
      for (let n = 0; n < 8_000; n++) {
        const walletId = newId("wal", Date.now());
        const writer = `${writerOf(settings, walletId)}`;
        expect(writerOf(settings, walletId)).toBe(writer);
        counts.set(writer, (counts.get(writer) ?? 0) + 1);
      }
      expect(counts.size).toBe(ledgerWriters);
      const even = 8_000 / ledgerWriters;
      for (const count of counts.values()) expect(Math.abs(count - even)).toBeLessThan(0.2 * even);
    }
  });
});
