import type { Limit, Money } from "@mahfaza/client";
import { describe, expect, it } from "vitest";
import {
  effectOf,
  limitsOf,
  MEASURES,
  measureOf,
  readTypedCount,
} from "../../../../../../console/src/pages/limits/limit-kinds.ts";
import { COUNT_MAX, isUnbounded } from "../../../../../../console/src/pay/unbounded-limit.ts";
import { OWN_LIMIT_COUNT_MAX } from "../../../../../../src/domain/bounds.ts";
import { allCurrencies } from "../../../../../../src/domain/currency.ts";
import {
  LIMIT_RULES,
  type LimitsProfile,
  MEASURES as SERVICE_MEASURES,
} from "../../../../../../src/domain/limit.ts";
import { tierLimits } from "../../../../../../src/domain/limit-table.ts";
import { formatAmount } from "../../../../../../src/domain/money.ts";

const named = (name: Limit["name"]) => ({ name }) as Limit;
const own = (limit: string | null, next?: string | null) => ({
  own_limit: limit as Money | null,
  pending:
    next === undefined
      ? null
      : { own_limit: next as Money | null, applies_at: "2026-11-29T12:00:00.000Z" },
});

describe("the limits of a person", () => {
  it("are all shown, in one of the three groups", () => {
    const all = LIMIT_RULES.map(named);
    const shown = [...limitsOf(all, "out"), ...limitsOf(all, "in"), named("balance")];
    expect(shown.map(({ name }) => name).sort()).toEqual([...LIMIT_RULES].sort());
  });

  it("can be set for what goes out alone", () => {
    expect([...MEASURES]).toEqual([...SERVICE_MEASURES]);
    const settable = LIMIT_RULES.filter((name) => measureOf({ name }) !== null);
    expect(settable).toEqual(MEASURES.map((measure) => `out_${measure}`));
  });
});

describe("a limit that nobody reaches", () => {
  /** Of a profile's tiers and currencies, whether each limit is shown as none. */
  const shown = (profile: LimitsProfile) =>
    (["basic", "verified", "merchant"] as const).flatMap((tier) =>
      allCurrencies().flatMap(({ code, exponent }) =>
        Object.entries(tierLimits(profile, tier, code)).map(([name, limit]) => {
          const text = name.endsWith("_count") ? String(limit) : formatAmount(limit, exponent);
          return isUnbounded(name, text, code);
        }),
      ),
    );

  it("is each one of the development profile, and none of production", () => {
    expect(new Set(shown("development"))).toEqual(new Set([true]));
    expect(new Set(shown("production"))).toEqual(new Set([false]));
  });

  it.each([
    ["out_day_sum", "9999999999999.99", "YEM", true],
    ["out_day_sum", "9999999999999.98", "YEM", false],
    ["out_day_sum", "999999999999999", "JPY", true],
    ["out_day_sum", "999999999999998", "JPY", false],
    ["out_day_count", "1000000", "YEM", true],
    ["out_day_count", "999999", "YEM", false],
  ])("%s of %s %s: %s", (name, limit, currency, expected) => {
    expect(isUnbounded(name, limit, currency)).toBe(expected);
  });
});

describe("a change of an own limit", () => {
  it("applies at once when it is the first one, or lower", () => {
    expect(effectOf(own(null), "100.00")).toBe("at_once");
    expect(effectOf(own("100.00"), "99.99")).toBe("at_once");
  });

  it("applies later when it is higher, or none", () => {
    expect(effectOf(own("100.00"), "100.01")).toBe("later");
    expect(effectOf(own("100.00"), null)).toBe("later");
    expect(effectOf(own("9"), "10")).toBe("later");
  });

  it("is nothing when it is so already", () => {
    expect(effectOf(own("100.00"), "100.00")).toBe("nothing");
    expect(effectOf(own(null), null)).toBe("nothing");
  });

  it("takes back what is still to come, with the present one or a lower one", () => {
    expect(effectOf(own("100.00", "200.00"), "100.00")).toBe("at_once");
    expect(effectOf(own("100.00", null), "50.00")).toBe("at_once");
  });

  it("is nothing when the same is still to come, and later when it is another", () => {
    expect(effectOf(own("100.00", "200.00"), "200.00")).toBe("nothing");
    expect(effectOf(own("100.00", null), null)).toBe("nothing");
    expect(effectOf(own("100.00", "200.00"), "150.00")).toBe("later");
    expect(effectOf(own("100.00", "200.00"), null)).toBe("later");
  });
});

describe("a typed number of payments", () => {
  it.each([
    ["20", 20],
    [" 1,000 ", 1000],
    ["٢٠", 20],
    ["۵", 5],
    ["1000000", COUNT_MAX],
    ["1", 1],
  ])("%s is %i", (typed, count) => expect(readTypedCount(typed)).toBe(count));

  it.each(["", "0", "1000001", "2.5", "-1", "ten", "1e3"])("%s is none", (typed) => {
    expect(readTypedCount(typed)).toBeNull();
  });

  it("has the bound of the service", () => expect(COUNT_MAX).toBe(OWN_LIMIT_COUNT_MAX));
});
