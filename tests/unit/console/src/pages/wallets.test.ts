import type { Money } from "@mahfaza/client";
import { describe, expect, it } from "vitest";
import { closingOf, sweepTargets } from "../../../../../console/src/pages/wallets/closing.ts";
import { currencyChoices } from "../../../../../console/src/pages/wallets/currency-choices.ts";
import {
  firstWallet,
  orderWallets,
} from "../../../../../console/src/pages/wallets/order-wallets.ts";

const wallet = (id: string, currency: string, balance: string, more: object = {}) => ({
  id,
  currency,
  balance: balance as Money,
  market: currency === "YEM" ? ("aden" as const) : null,
  status: "active" as "active" | "frozen" | "closed",
  is_default: false,
  ...more,
});

describe("the order of wallets", () => {
  const wallets = [
    wallet("1", "YEM", "0.00"),
    wallet("2", "USD", "0.00", { is_default: true }),
    wallet("3", "YEM", "0.00", { status: "closed" }),
    wallet("4", "YEM", "0.00", { is_default: true }),
    wallet("5", "YEM", "0.00", { market: "sanaa" }),
    wallet("6", "YEM", "0.00", { status: "frozen" }),
  ];

  it("has each currency together, its default first, and the closed ones apart", () => {
    const { open, closed } = orderWallets(wallets);
    expect(open.map(({ id }) => id)).toEqual(["4", "1", "6", "2", "5"]);
    expect(closed.map(({ id }) => id)).toEqual(["3"]);
  });

  it("gives the wallet that is shown first; none when all are closed", () => {
    expect(firstWallet(wallets)?.id).toBe("4");
    expect(firstWallet([wallet("1", "YEM", "0.00", { status: "closed" })])).toBeNull();
  });
});

describe("the closing of a wallet", () => {
  const own = wallet("1", "YEM", "5.00");

  it("can move the money to open wallets of the same money only", () => {
    const targets = sweepTargets(own, [
      own,
      wallet("2", "YEM", "0.00"),
      wallet("3", "YEM", "0.00", { market: "sanaa" }),
      wallet("4", "YEM", "0.00", { status: "closed" }),
      wallet("5", "USD", "0.00"),
    ]);
    expect(targets.map(({ id }) => id)).toEqual(["2"]);
    expect(closingOf(own, targets)).toBe("sweep");
  });

  it("needs no other wallet when it is empty, and is not possible without one when it is not", () => {
    expect(closingOf({ balance: "0.00" as Money }, [])).toBe("empty");
    expect(closingOf({ balance: "0.01" as Money }, [])).toBe("stuck");
  });
});

describe("the choice of a currency", () => {
  const choices = [
    { code: "AED", name: "UAE Dirham" },
    { code: "SAR", name: "ريال سعودي" },
    { code: "YEM", name: "Yemeni Rial" },
    { code: "STN", name: "São Tomé Dobra" },
  ];
  const codes = (typed: string) =>
    currencyChoices(choices, typed, (one, other) => (one < other ? -1 : 1)).map(({ code }) => code);

  it("begins with the currencies that are used most, the others by their names", () => {
    expect(codes("")).toEqual(["YEM", "SAR", "STN", "AED"]);
  });

  it.each([
    ["rial", ["YEM"]],
    [" aed ", ["AED"]],
    ["sao tome", ["STN"]],
    ["سعودي", ["SAR"]],
    ["xyz", []],
  ])("finds %j by a part of the name or the code", (typed, found) => {
    expect(codes(typed)).toEqual(found);
  });
});
