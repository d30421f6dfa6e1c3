import { describe, expect, it } from "vitest";
import {
  dayText,
  type Filters,
  hasFilters,
  historyAddress,
  isReversed,
  listQuery,
  monthDays,
  NO_FILTERS,
  readFilters,
  SEARCH_LENGTH_MAX,
} from "../../../../../../console/src/pages/history/filters.ts";

const WALLET = "wal_01kazv5q0vfvtrx6r2n1p3b4c5";

const FULL: Filters = {
  show: "sent",
  type: "TRANSFER",
  wallet: WALLET,
  from: "2026-11-01",
  to: "2026-11-30",
  q: "rent & غداء",
};

const queryOf = (address: string) =>
  Object.fromEntries(new URL(address, "https://example.test").searchParams);

describe("the filters of a history", () => {
  it("are the same after they were in the address", () => {
    expect(readFilters(queryOf(historyAddress(FULL)))).toEqual(FULL);
    expect(readFilters(queryOf(historyAddress(NO_FILTERS)))).toEqual(NO_FILTERS);
  });

  it("leave an address without a query when there are none", () => {
    expect(historyAddress(NO_FILTERS)).toBe("/history");
    expect(hasFilters(NO_FILTERS)).toBe(false);
    expect(hasFilters({ ...NO_FILTERS, q: "  " })).toBe(false);
    expect(hasFilters({ ...NO_FILTERS, show: "failed" })).toBe(true);
  });

  it("keep the transaction that is open beside the list apart", () => {
    const address = historyAddress(NO_FILTERS, "txn_1");
    expect(address).toBe("/history?open=txn_1");
    expect(readFilters(queryOf(address))).toEqual(NO_FILTERS);
  });

  it.each([
    { show: "everything" },
    { type: "HOLD" },
    { wallet: "wal_1" },
    { wallet: `${WALLET}'` },
    { from: "2026-02-30" },
    { from: "2026-13-01" },
    { to: "yesterday" },
    { to: "2026-1-1" },
  ])("leave out what is not one of them: %o", (query) => {
    expect(readFilters(query)).toEqual(NO_FILTERS);
  });

  it("cut a search at its longest", () => {
    expect(readFilters({ q: "a".repeat(SEARCH_LENGTH_MAX) }).q).toHaveLength(SEARCH_LENGTH_MAX);
    expect(readFilters({ q: "a".repeat(SEARCH_LENGTH_MAX + 1) }).q).toHaveLength(SEARCH_LENGTH_MAX);
  });

  it("are reversed when the last day is before the first", () => {
    const day = "2026-11-05";
    expect(isReversed({ ...NO_FILTERS, from: day, to: day })).toBe(false);
    expect(isReversed({ ...NO_FILTERS, from: day, to: "2026-11-04" })).toBe(true);
    expect(isReversed({ ...NO_FILTERS, to: day })).toBe(false);
  });
});

describe("the service's query", () => {
  it("has nothing without filters", () => {
    expect(listQuery(NO_FILTERS)).toEqual({});
    expect(listQuery({ ...NO_FILTERS, q: "   " })).toEqual({});
  });

  it("asks for one direction of what succeeded, or for what was refused", () => {
    expect(listQuery({ ...NO_FILTERS, show: "received" })).toEqual({
      direction: "received",
      status: "success",
    });
    expect(listQuery({ ...NO_FILTERS, show: "failed" })).toEqual({ status: "failed" });
  });

  it("begins and ends at the person's midnights, the last day included", () => {
    const { from, to } = listQuery({ ...NO_FILTERS, from: "2026-11-01", to: "2026-11-30" });
    const [first, last] = [new Date(from ?? ""), new Date(to ?? "")];
    expect([dayText(first), first.getHours(), first.getMinutes()]).toEqual(["2026-11-01", 0, 0]);
    expect([dayText(last), last.getHours(), last.getMinutes()]).toEqual(["2026-12-01", 0, 0]);
  });
});

describe("a month", () => {
  it.each([
    ["2026-11-28", 0, "2026-11-01", "2026-11-30"],
    ["2026-03-31", 1, "2026-02-01", "2026-02-28"],
    ["2026-01-15", 1, "2025-12-01", "2025-12-31"],
    ["2028-04-30", 2, "2028-02-01", "2028-02-29"],
  ])("of %s, %i months ago, is %s to %s", (now, ago, from, to) => {
    expect(monthDays(new Date(`${now}T12:00:00`), ago)).toEqual({ from, to });
  });
});
