import type { Rate } from "@mahfaza/client";
import { describe, expect, it } from "vitest";
import {
  EMPTY_DRAFT,
  pairOf,
  prefilled,
  rateBetween,
  sumOf,
  targetsOf,
} from "../../../../../../console/src/pages/exchange/exchange.ts";
import { amount, wallet } from "../../pay/wallets.ts";

const rate = (base: string, counter: string, market: Rate["market"]): Rate => ({
  id: `rat_${base}${counter}${market}`,
  base_currency: base,
  counter_currency: counter,
  market,
  rate: "1620",
  unit: 1,
  numerator: "1620",
  denominator: "1",
  spread_basis_points: 50,
  fee_basis_points: 20,
  quote_max: amount("20000.00"),
  source: "operator",
  created_at: "2026-11-28T10:00:00.000Z",
  valid_until: "2026-11-29T10:00:00.000Z",
});

const rates = [rate("EUR", "USD", null), rate("USD", "YEM", "aden"), rate("USD", "YEM", "sanaa")];
const aden = wallet({ id: "wal_aden" });
const sanaa = wallet({ id: "wal_sanaa", market: "sanaa", is_default: false });
const usd = wallet({ id: "wal_usd", currency: "USD" });
const old = wallet({ id: "wal_old", currency: "YER" });
const keys = (from: typeof usd, wallets: readonly (typeof usd)[]) =>
  targetsOf(from, wallets, rates).map(({ key }) => key);

describe("what money can be exchanged into", () => {
  it("is what has a rate: own wallets first, then money without a wallet", () => {
    expect(keys(usd, [aden, usd])).toEqual([aden.id, "new:EUR:", "new:YEM:sanaa"]);
  });

  it("is by the rates of the wallet's own market, and never the other rial", () => {
    expect(keys(sanaa, [aden, sanaa, usd])).toEqual([usd.id]);
    expect(keys(aden, [aden, sanaa])).toEqual(["new:USD:"]);
  });

  it("is no wallet that cannot receive, and no second one in its place", () => {
    const frozen = { ...usd, status: "frozen", freeze_scope: "credits" } as const;
    expect(keys(aden, [aden, frozen])).toEqual([]);
    expect(keys(aden, [aden, { ...usd, status: "closed" }])).toEqual(["new:USD:"]);
  });

  it("is the rial, for what is left of the old one", () => {
    expect(keys(old, [aden, old])).toEqual([aden.id, "new:YEM:sanaa"]);
  });
});

describe("the rate of a pair", () => {
  it("is found from both sides, and by the market", () => {
    expect(rateBetween(rates, usd, sanaa)?.market).toBe("sanaa");
    expect(rateBetween(rates, sanaa, usd)?.market).toBe("sanaa");
    expect(rateBetween(rates, aden, sanaa)).toBeNull();
    expect(rateBetween(rates, old, aden)).toBeNull();
  });
});

describe("the form", () => {
  const pair = (parts: object) => pairOf({ ...EMPTY_DRAFT, ...parts }, [aden, usd, sanaa], rates);

  it("begins with the rials, and what they can be exchanged into", () => {
    expect(pair({})).toMatchObject({ from: aden, to: { key: usd.id } });
  });

  it("takes the wallets of a link, and pays from another one than the target", () => {
    expect(pair(prefilled({ from: usd.id, to: sanaa.id }) ?? {})).toMatchObject({
      from: usd,
      to: { key: sanaa.id },
    });
    expect(pair(prefilled({ to: aden.id }) ?? {})).toMatchObject({
      from: usd,
      to: { key: aden.id },
    });
    expect(prefilled({ step: "review" })).toBeNull();
  });

  it("reads the amount in the currency of its side", () => {
    const draft = { ...EMPTY_DRAFT, fromId: usd.id, to: aden.id, amount: "1,620.5" };
    const sum = (parts: object) => sumOf({ ...draft, ...parts }, pair(draft));
    expect(sum({})).toMatchObject({ amount: "1620.50", side: "source" });
    expect(sum({ side: "target" })).toMatchObject({ amount: "1620.50", side: "target" });
    expect(sum({ amount: "0" })).toBeNull();
  });

  it("has no sum while the wallet must be opened first", () => {
    const draft = { ...EMPTY_DRAFT, fromId: usd.id, to: "new:EUR:", amount: "5" };
    expect(sumOf(draft, pair(draft))).toBeNull();
  });
});
