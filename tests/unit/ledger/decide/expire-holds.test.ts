import { describe, expect, it } from "vitest";
import { DEFAULT_CURRENCY } from "../../../../src/domain/currency.ts";
import type { HoldState } from "../../../../src/domain/hold.ts";
import { newId } from "../../../../src/domain/ids.ts";
import { unixMs } from "../../../../src/domain/instant.ts";
import type { LocalDate } from "../../../../src/domain/limit.ts";
import type { LockedHold, LockedWallet } from "../../../../src/ledger/case.ts";
import { decide } from "../../../../src/ledger/decide/decide.ts";

const NOW = unixMs(Date.UTC(2026, 10, 28));
const WALLET: LockedWallet = {
  id: newId("wal", NOW),
  ownerId: newId("usr", NOW),
  currency: DEFAULT_CURRENCY,
  status: "active",
  balanceMinor: 100n,
  heldMinor: 30n,
  seq: 1n,
};

const holdOf = (expiresAtMs: number | null, state: HoldState = "open"): LockedHold => ({
  id: newId("hld", NOW),
  purpose: expiresAtMs === null ? "withdrawal" : "payment",
  fromWalletId: WALLET.id,
  toWalletId: expiresAtMs === null ? null : newId("wal", NOW),
  currency: DEFAULT_CURRENCY,
  amountMinor: 40n,
  capturedMinor: 10n,
  state,
  isPayerVoidable: false,
  note: null,
  createdAtMs: NOW,
  expiresAtMs: expiresAtMs === null ? null : unixMs(expiresAtMs),
  closedAtMs: state === "open" ? null : NOW,
});

const decideWith = (hold: LockedHold, wallet = WALLET) =>
  decide([], {
    wallets: new Map([[wallet.id, wallet]]),
    holds: new Map([[hold.id, hold]]),
    nowMs: NOW,
  });

describe("holds whose time has passed", () => {
  it.each([NOW, NOW - 1])("end, and free what was not captured", (expiresAtMs) => {
    const { holds, wallets } = decideWith(holdOf(expiresAtMs));
    expect(holds).toMatchObject([{ state: "expired", capturedMinor: 10n, closedAtMs: NOW }]);
    expect(wallets).toMatchObject([{ heldMinor: 0n, balanceMinor: 100n, seq: 1n }]);
  });

  it("are those of which the time has passed by the database's clock, to the millisecond", () => {
    expect(decideWith(holdOf(NOW + 1))).toMatchObject({ holds: [], wallets: [] });
  });

  it("are no withdrawals, which have no time, and none that ended before", () => {
    expect(decideWith(holdOf(null)).holds).toEqual([]);
    for (const state of ["captured", "voided", "expired"] as const) {
      expect(decideWith(holdOf(NOW - 1, state)).holds).toEqual([]);
    }
  });

  it("stay while the wallet that counts for their payer is locked by another transaction", () => {
    const counted = { ...WALLET, limitsWalletId: newId("wal", NOW) };
    const hold = { ...holdOf(NOW - 1), countedOn: "2026-11-28" as LocalDate };
    expect(decideWith(hold, counted)).toMatchObject({ holds: [], wallets: [] });
  });
});
