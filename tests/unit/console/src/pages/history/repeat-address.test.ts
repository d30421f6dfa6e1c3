import type { Money } from "@mahfaza/client";
import { describe, expect, it } from "vitest";
import { repeatAddress } from "../../../../../../console/src/pages/history/repeat-address.ts";

describe("doing the same again", () => {
  const sent = {
    type: "TRANSFER" as const,
    amount: "300.00" as Money,
    currency: "YEM",
    from_wallet: "wal_mine",
    to_wallet: "wal_theirs",
    note: "rent & food",
    exchange: null,
    legs: [],
  };
  const leg = { currency: "YEM", amount: sent.amount, balance_after: sent.amount, seq: 1 };

  it("opens the form of a transfer with its fields", () => {
    expect(repeatAddress(sent)).toBe(
      "/send?to=wal_theirs&amount=300.00&currency=YEM&note=rent+%26+food",
    );
    expect(repeatAddress({ ...sent, note: null })).not.toContain("note");
  });

  it("opens the forms of a deposit and of a withdrawal", () => {
    expect(repeatAddress({ ...sent, type: "DEPOSIT" })).toMatch(/^\/deposit\?wallet=wal_theirs&/);
    expect(repeatAddress({ ...sent, type: "WITHDRAW" })).toMatch(/^\/withdraw\?wallet=wal_mine&/);
  });

  it("is not offered for what was received, refused without a receiver, or given back", () => {
    expect(repeatAddress({ ...sent, legs: [{ ...leg, wallet_id: "wal_theirs" }] })).toBeNull();
    expect(repeatAddress({ ...sent, to_wallet: null })).toBeNull();
    expect(repeatAddress({ ...sent, type: "REFUND" })).toBeNull();
  });
});
