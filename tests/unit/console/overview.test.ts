import type { Money } from "@mahfaza/client";
import { describe, expect, it } from "vitest";
import { groupNeighbours } from "../../../console/src/pages/history/group.ts";
import { repeatAddress } from "../../../console/src/pages/history/repeat-address.ts";
import { dayPart } from "../../../console/src/pages/home/day-part.ts";
import { totalsOf } from "../../../console/src/pages/home/totals.ts";
import { closingOf, sweepTargets } from "../../../console/src/pages/wallets/closing.ts";
import { currencyChoices } from "../../../console/src/pages/wallets/currency-choices.ts";
import { firstWallet, orderWallets } from "../../../console/src/pages/wallets/order-wallets.ts";

const wallet = (id: string, currency: string, balance: string, more: object = {}) => ({
  id,
  currency,
  balance: balance as Money,
  market: currency === "YEM" ? ("aden" as const) : null,
  status: "active" as "active" | "frozen" | "closed",
  is_default: false,
  ...more,
});

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

describe("groups", () => {
  it("begin wherever the key changes, in the order of the list", () => {
    const groups = groupNeighbours(["a1", "a2", "b1", "a3"], (item) => item.charAt(0));
    expect(groups.map(({ key, items }) => [key, items.length])).toEqual([
      ["a", 2],
      ["b", 1],
      ["a", 1],
    ]);
    expect(groupNeighbours([], String)).toEqual([]);
  });
});

describe("the greeting", () => {
  it.each([
    [3, "evening"],
    [4, "morning"],
    [11, "morning"],
    [12, "afternoon"],
    [16, "afternoon"],
    [17, "evening"],
    [23, "evening"],
  ] as const)("at %i o'clock names the %s", (hour, part) => {
    expect(dayPart({ hour })).toBe(part);
  });
});

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
