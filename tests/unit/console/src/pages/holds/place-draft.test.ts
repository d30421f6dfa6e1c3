import type { Money, Recipient, Wallet } from "@mahfaza/client";
import { describe, expect, it } from "vitest";
import {
  EMPTY_PLACE_DRAFT,
  holderOf,
  holders,
  isPlaceStepDone,
  type PlaceDraft,
  placeBody,
  placeSum,
} from "../../../../../../console/src/pages/holds/place-draft.ts";

const NOW = Date.parse("2026-11-28T12:00:00.000Z");

const wallet = (id: string, currency: string, more: Partial<Wallet> = {}) =>
  ({
    id,
    currency,
    market: currency === "YEM" ? "aden" : null,
    status: "active",
    freeze_scope: null,
    is_default: true,
    available: "500.00",
    ...more,
  }) as Wallet;

const YEM = wallet("wal_y", "YEM");
const USD = wallet("wal_u", "USD");

const recipient = (currencies: string[], opens_wallets = false): Recipient => ({
  name: "B*** N***",
  is_verified: true,
  currencies,
  opens_wallets,
});

const draft = (more: Partial<PlaceDraft> = {}): PlaceDraft => ({
  ...EMPTY_PLACE_DRAFT,
  to: "+967771234567",
  recipient: recipient(["YEM"]),
  amount: "120.5",
  ...more,
});

describe("the wallets from which money can be reserved", () => {
  it("are those whose currency reaches the receiver", () => {
    expect(holders([YEM, USD], draft())).toEqual([YEM]);
    expect(holders([YEM, USD], draft({ recipient: recipient([], true) }))).toEqual([YEM, USD]);
    expect(holderOf(draft({ recipient: recipient(["SAR"]) }), [YEM, USD])).toBeNull();
  });

  it("are not frozen for payments", () => {
    const frozen = wallet("wal_f", "YEM", { status: "frozen", freeze_scope: "debits" });
    expect(holders([frozen], draft())).toEqual([]);
  });
});

describe("the steps of reserving money", () => {
  const isDone = (given: PlaceDraft, step: "recipient" | "amount") =>
    isPlaceStepDone(given, step, [YEM], NOW);

  it("need the checked name first", () => {
    expect(isDone(draft({ recipient: null }), "recipient")).toBe(false);
    expect(isDone(draft(), "recipient")).toBe(true);
  });

  it("need an amount and a time then", () => {
    expect(isDone(draft(), "amount")).toBe(true);
    expect(isDone(draft({ amount: "12,5" }), "amount")).toBe(false);
    const past = { kind: "date", date: "2026-11-01" };
    expect(isDone(draft({ duration: past }), "amount")).toBe(false);
  });
});

describe("what is sent to reserve money", () => {
  it("has the amount with its currency's decimals, the time and the receiver", () => {
    const sum = placeSum(draft(), [YEM]);
    expect(sum?.amount).toBe("120.50");
    expect(placeBody(draft({ note: " table " }), YEM, "120.50" as Money, 3600)).toEqual({
      amount: "120.50",
      currency: "YEM",
      from_wallet_id: "wal_y",
      to_phone: "+967771234567",
      expires_in: 3600,
      payer_can_void: false,
      note: "table",
    });
  });

  it("names a wallet by its plain id", () => {
    const body = placeBody(draft({ by: "wallet", to: " WAL_1 " }), YEM, "1.00" as Money, 60);
    expect(body).toMatchObject({ to_wallet_id: "wal_1" });
    expect(body).not.toHaveProperty("to_phone");
    expect(body).not.toHaveProperty("note");
  });
});
