import { describe, expect, it } from "vitest";
import {
  canPay,
  canReceive,
  firstWallet,
  isSameMoney,
} from "../../../../../console/src/pay/wallet-use.ts";
import { amount, wallet } from "./wallets.ts";

const frozen = (freeze_scope: "debits" | "credits" | "both") =>
  wallet({ id: "w", status: "frozen", freeze_scope });

describe("what a wallet can do", () => {
  it.each([
    ["active", wallet({ id: "w" }), true, true],
    ["closed", wallet({ id: "w", status: "closed" }), false, false],
    ["frozen for debits", frozen("debits"), false, true],
    ["frozen for credits", frozen("credits"), true, false],
    ["frozen for both", frozen("both"), false, false],
  ])("%s", (_, own, pays, receives) => {
    expect([canPay(own), canReceive(own)]).toEqual([pays, receives]);
  });

  it("rials of Aden and of Sana’a are different money", () => {
    const aden = wallet({ id: "a" });
    expect(isSameMoney(aden, wallet({ id: "b" }))).toBe(true);
    expect(isSameMoney(aden, wallet({ id: "b", market: "sanaa" }))).toBe(false);
  });
});

describe("the wallet that a form begins with", () => {
  const rial = wallet({ id: "rial" });
  const second = wallet({ id: "second", is_default: false });
  const usd = wallet({ id: "usd", currency: "USD" });
  const empty = wallet({ id: "rial", available: amount("0.00") });
  const short = wallet({ id: "rial", available: amount("-1.00") });

  it.each([
    ["the named one", [rial, second, usd], { id: "second", currency: "USD" }, "second"],
    ["the default of the wished currency", [second, rial, usd], { currency: "YEM" }, "rial"],
    ["the default in rials", [usd, second, rial], {}, "rial"],
    ["another one with money", [empty, usd], {}, "usd"],
    ["another one, if the rials are below zero", [short, usd], {}, "usd"],
    ["the rials, if nothing has money", [empty], { id: "gone", currency: "EUR" }, "rial"],
  ])("is %s", (_, wallets, wish, id) => expect(firstWallet(wallets, wish)?.id).toBe(id));

  it("is none without wallets", () => expect(firstWallet([], {})).toBeNull());
});
