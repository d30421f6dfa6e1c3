import { describe, expect, it } from "vitest";
import { totalsOf } from "../../../../../console/src/wallets/totals.ts";
import { wallet } from "./wallet.ts";

describe("the totals of a person", () => {
  it("add the wallets of a currency, and leave out a currency of one wallet", () => {
    const totals = totalsOf([
      wallet("1", "YEM", "0.10"),
      wallet("2", "USD", "5.00"),
      wallet("3", "YEM", "0.20"),
    ]);
    expect(totals).toEqual([{ currency: "YEM", market: "aden", balance: "0.30", count: 2 }]);
  });

  it("keep the rials of the two markets apart", () => {
    const sanaa = { market: "sanaa" };
    const totals = totalsOf([
      wallet("1", "YEM", "1.00"),
      wallet("2", "YEM", "10.00", sanaa),
      wallet("3", "YEM", "2.00"),
      wallet("4", "YEM", "20.00", sanaa),
    ]);
    expect(totals.map(({ market, balance }) => [market, balance])).toEqual([
      ["aden", "3.00"],
      ["sanaa", "30.00"],
    ]);
  });

  it("lose no digit of the largest balances", () => {
    const largest = "9999999999999999.99";
    expect(totalsOf([wallet("1", "USD", largest), wallet("2", "USD", largest)])[0]?.balance).toBe(
      "19999999999999999.98",
    );
  });

  it("count frozen wallets and no closed ones", () => {
    const totals = totalsOf([
      wallet("1", "USD", "1.00"),
      wallet("2", "USD", "2.00", { status: "frozen" }),
      wallet("3", "USD", "0.00", { status: "closed" }),
    ]);
    expect(totals).toMatchObject([{ balance: "3.00", count: 2 }]);
  });
});
