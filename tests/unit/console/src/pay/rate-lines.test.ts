import "../browser.ts";
import { describe, expect, it } from "vitest";
import { rateLines } from "../../../../../console/src/pay/rate-lines.ts";
import { amount } from "./wallets.ts";

const priced = (spread_basis_points: number, target: string) => ({
  from: "USD",
  to: "YEM",
  source_amount: amount("100.00"),
  fee_amount: amount("0.20"),
  target_amount: amount(target),
  rate: {
    base_currency: "USD",
    counter_currency: "YEM",
    market: "aden" as const,
    rate: "1620",
    unit: 1,
    numerator: "1620",
    denominator: "1",
    spread_basis_points,
    fee_basis_points: 20,
  },
});

const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, "").replaceAll("\u00a0", " ");
const lines = (spread: number, target: string) =>
  rateLines(priced(spread, target)).map(([name, text]) => [name, plain(text)]);

describe("the lines of a rate", () => {
  it("are the applied rate, and the middle rate with the margin", () => {
    expect(lines(50, "160867.62")).toEqual([
      ["Rate for you", "1 USD = 1,611.9 YEM, Aden"],
      ["Middle rate", "1 USD = 1,620 YEM, before our margin of 0.5%"],
    ]);
  });

  it("are one line without a margin", () => {
    expect(lines(0, "161676.00")).toEqual([["Rate", "1 USD = 1,620 YEM, Aden"]]);
  });
});
