import type { Money } from "@mahfaza/client";
import { describe, expect, it } from "vitest";
import { closingOf, sweepTargets } from "../../../../../console/src/pages/wallets/closing.ts";
import { currencyChoices } from "../../../../../console/src/pages/wallets/currency-choices.ts";
import { wallet } from "../wallets/wallet.ts";

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
    { code: "AED", name: "UAE Dirham", otherName: "درهم إماراتي" },
    { code: "SAR", name: "Saudi Riyal", otherName: "ريال سعودي" },
    { code: "YEM", name: "Yemeni Rial", otherName: "ريال يمني" },
    { code: "STN", name: "São Tomé Dobra", otherName: "دوبرا ساو تومي" },
    { code: "BOV", name: "Bolivian Mvdol", otherName: "مفدول بوليفي" },
    { code: "XAD", name: "XAD", otherName: "XAD" },
    { code: "VED", name: "Bolívar", otherName: "VED" },
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
    ["dobra sao", ["STN"]],
    ["يمني  ريال", ["YEM"]],
    ["إماراتي dirham", ["AED"]],
    ["xyz", []],
    ["rial xyz", []],
  ])("finds %j by parts of the names or the code", (typed, found) => {
    expect(codes(typed)).toEqual(found);
  });

  it.each([
    ["bov", ["BOV"]],
    [" XAD ", ["XAD"]],
    ["ved", ["VED"]],
    ["bo", []],
    ["bolivian", []],
    ["bolivar", []],
  ])("finds funds and currencies without a name by the whole code: %j", (typed, found) => {
    expect(codes(typed)).toEqual(found);
  });
});
