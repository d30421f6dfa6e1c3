import { money, type Wallet } from "@mahfaza/client";
import { describe, expect, it } from "vitest";
import {
  keepLastBalances,
  readLastBalances,
} from "../../../../../console/src/device/last-balances.ts";

const SAMIRA = { id: "usr_01kazv5q0vfvtrx6r2n1p3b4c5", username: "Samira" };
const AT = new Date("2026-11-28T12:00:00Z");

function memory(text: string | null = null) {
  let kept = text;
  return {
    getItem: () => kept,
    setItem: (_: string, value: string) => {
      kept = value;
    },
  };
}

const wallet = (changes: Partial<Wallet>): Wallet => ({
  id: "wal_01kazv5q0vfvtrx6r2n1p3b4c5",
  currency: "YEM",
  market: "aden",
  label: "Everyday",
  status: "active",
  freeze_scope: null,
  is_default: true,
  balance: money("2000.00", "YEM"),
  available: money("2000.00", "YEM"),
  held: money("0.00", "YEM"),
  created_at: "2026-11-23T09:30:00.000Z",
  ...changes,
});

describe("the balances that a device keeps", () => {
  it("are read as they were kept, without the closed wallets", () => {
    const storage = memory();
    const wallets = [wallet({}), wallet({ status: "closed" }), wallet({ label: null })];
    keepLastBalances(storage, { user: SAMIRA, wallets, at: AT });
    const own = { currency: "YEM", market: "aden", balance: "2000.00" };
    expect(readLastBalances(storage, SAMIRA.id)).toEqual({
      userId: SAMIRA.id,
      at: AT.toISOString(),
      name: "Samira",
      wallets: [
        { ...own, label: "Everyday" },
        { ...own, label: null },
      ],
    });
  });

  it("hold no id that a payment could name", () => {
    const storage = memory();
    keepLastBalances(storage, { user: SAMIRA, wallets: [wallet({})], at: AT });
    expect(storage.getItem()).not.toContain("wal_");
  });

  const kept = (changes: object) =>
    JSON.stringify({
      userId: SAMIRA.id,
      at: AT.toISOString(),
      name: "Samira",
      wallets: [],
      ...changes,
    });
  const one = { label: null, currency: "YEM", market: null, balance: "1.00" };

  it.each([
    null,
    "",
    "{",
    "null",
    "[]",
    '"text"',
    kept({ userId: undefined }),
    kept({ at: "yesterday" }),
    kept({ name: 7 }),
    kept({ wallets: {} }),
    kept({ wallets: [null] }),
    kept({ wallets: [{ ...one, balance: 1 }] }),
    kept({ wallets: [{ ...one, balance: "1,00" }] }),
    kept({ wallets: [{ ...one, currency: "yem" }] }),
    kept({ wallets: [{ ...one, market: "taiz" }] }),
    kept({ wallets: Array.from({ length: 51 }, () => one) }),
  ])("are none when the storage has something else: %s", (text) => {
    expect(readLastBalances(memory(text), SAMIRA.id)).toBeNull();
  });

  it.each([null, "usr_01kazv5q0vfvtrx6r2n1p3b4c6"])("are none for somebody else: %s", (id) => {
    const storage = memory();
    keepLastBalances(storage, { user: SAMIRA, wallets: [wallet({})], at: AT });
    expect(readLastBalances(storage, id)).toBeNull();
  });

  it("are at most those of fifty wallets", () => {
    const text = kept({ wallets: Array.from({ length: 50 }, () => one) });
    expect(readLastBalances(memory(text), SAMIRA.id)?.wallets).toHaveLength(50);
  });
});
