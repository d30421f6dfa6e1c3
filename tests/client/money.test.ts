import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addMoney,
  compareMoney,
  createClient,
  exponentOf,
  fromMinor,
  isMoney,
  type Money,
  money,
  toMinor,
} from "../../packages/client/src/index.ts";
import { allCurrencies } from "../../src/domain/currency.ts";
import { formatAmount, parseAmount } from "../../src/domain/money.ts";

const minor = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
const exponent = fc.integer({ min: 0, max: 6 });
const currency = fc.constantFrom(...allCurrencies());

describe("money", () => {
  it("is the same after a way through minor units", () => {
    fc.assert(
      fc.property(minor, exponent, (amount, decimals) => {
        const text = fromMinor(amount, decimals);
        expect(isMoney(text)).toBe(true);
        expect(toMinor(text, decimals)).toBe(amount);
        expect(money(text, decimals)).toBe(text);
      }),
    );
  });

  it("is written as the service writes it, and read as the service reads it", () => {
    const positive = fc.bigInt({ min: 1n, max: 10n ** 15n - 1n });
    fc.assert(
      fc.property(positive, currency, (amount, { code, exponent: decimals }) => {
        const text = fromMinor(amount, code);
        expect(text).toBe(formatAmount(amount, decimals));
        expect(parseAmount(text, decimals)).toBe(amount);
      }),
    );
  });

  it("adds and compares as minor units do", () => {
    fc.assert(
      fc.property(minor, minor, exponent, (a, b, decimals) => {
        const [one, other] = [fromMinor(a, decimals), fromMinor(b, decimals)];
        expect(toMinor(addMoney(one, other), decimals)).toBe(a + b);
        expect(compareMoney(one, other)).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
    );
  });

  it("has as many decimals as the currency, for each currency of the service", () => {
    for (const { code, exponent: decimals } of allCurrencies()) {
      expect([code, exponentOf(code)]).toEqual([code, decimals]);
    }
  });

  it.each([
    ["12.5", "USD", "12.50", 1250n],
    ["12", "USD", "12.00", 1200n],
    ["0.01", "USD", "0.01", 1n],
    ["0", "USD", "0.00", 0n],
    ["-0.05", "USD", "-0.05", -5n],
    ["7", "JPY", "7", 7n],
    ["1.234", "KWD", "1.234", 1234n],
    ["90071992547409.93", "YEM", "90071992547409.93", 9007199254740993n],
  ])("%s of %s is %s", (text, code, whole, units) => {
    expect(money(text, code)).toBe(whole);
    expect(toMinor(money(text, code), code)).toBe(units);
  });

  it("has no negative zero", () => {
    expect(money("-0", "USD")).toBe("0.00");
    expect(fromMinor(-0n, "USD")).toBe("0.00");
  });

  it.each([
    "",
    " 1",
    "1 ",
    "+1",
    "01",
    ".5",
    "5.",
    "1,5",
    "1e3",
    "1_000",
    "0x1",
    "٣",
    "NaN",
    "1\n",
  ])("is no %j", (text) => {
    expect(isMoney(text)).toBe(false);
    expect(() => money(text, "USD")).toThrow(RangeError);
  });

  it.each([
    ["1.001", "USD"],
    ["1.0", "JPY"],
    ["1.2345", "KWD"],
  ])("has no more decimals than its currency: %s of %s", (text, code) => {
    expect(() => money(text, code)).toThrow(RangeError);
  });

  it("is bounded in length", () => {
    const longest = "9".repeat(37) as Money;
    expect(money(longest, 2)).toBe(`${longest}.00`);
    expect(() => money(`9${longest}`, 2)).toThrow(RangeError);
    expect(isMoney("9".repeat(40))).toBe(true);
    expect(isMoney("9".repeat(41))).toBe(false);
  });

  it.each(["XXX", "usd", "", 19, -1, 1.5, Number.NaN])("knows no currency %s", (code) => {
    expect(() => money("1", code)).toThrow(RangeError);
  });
});

describe("a number", () => {
  it("is no money, at run time", () => {
    const number = 12.5 as unknown as Money;
    expect(isMoney(number)).toBe(false);
    expect(() => money(number, "USD")).toThrow(TypeError);
    expect(() => toMinor(number, "USD")).toThrow(TypeError);
    expect(() => fromMinor(1250 as unknown as bigint, "USD")).toThrow(TypeError);
    expect(() => addMoney(number, money("1", 2))).toThrow(TypeError);
    expect(() => compareMoney(money("1", 2), number)).toThrow(TypeError);
  });

  it("does not compile as money, and neither does a text that nobody has checked", () => {
    const client = createClient({ baseUrl: "https://wallet.example" });
    // Compiled with the tests and never called.
    const refused = () => [
      // @ts-expect-error a number
      money(12.5, "USD"),
      // @ts-expect-error a number
      toMinor(12.5, "USD"),
      // @ts-expect-error a text
      toMinor("12.50", "USD"),
      // @ts-expect-error a number
      fromMinor(1250, "USD"),
      // @ts-expect-error a number
      addMoney(money("1", "USD"), 1),
      // @ts-expect-error a text
      compareMoney(money("1", "USD"), "1"),
      // @ts-expect-error a number
      client.POST("/v1/deposits", { body: { amount: 12.5 } }),
      // @ts-expect-error a text
      client.POST("/v1/deposits", { body: { amount: "12.50" } }),
      // @ts-expect-error a number
      client.POST("/v1/quotes", { body: { to_currency: "USD", side: "source", amount: 1 } }),
      client.PATCH("/v1/limits/{currency}", {
        params: { path: { currency: "USD" } },
        // @ts-expect-error a number
        body: { day_sum: 1 },
      }),
    ];
    expect(refused).toBeTypeOf("function");
  });
});
