import { describe, expect, it } from "vitest";
import {
  filtersOf,
  holdsUrl,
  isFiltered,
  STATE_FILTERS,
} from "../../../../../../console/src/pages/holds/hold-filters.ts";

const WALLET = "wal_01kazv5q0vfvtrx6r2n1p3b4c5";

describe("the filters of the list of holds", () => {
  it("are the open holds of both sides without any in the address", () => {
    expect(filtersOf({})).toEqual({ state: "open", role: "all", wallet: null });
    expect(isFiltered(filtersOf({}))).toBe(false);
  });

  it("take no value that does not exist", () => {
    expect(filtersOf({ state: "lost", role: "owner", wallet: "wal_1'" })).toEqual(filtersOf({}));
  });

  it.each(STATE_FILTERS)("keep %s over the address", (state) => {
    const filters = { state, role: "payee", wallet: WALLET } as const;
    const query = new URL(holdsUrl(filters), "https://x").searchParams;
    expect(filtersOf(Object.fromEntries(query))).toEqual(filters);
    expect(isFiltered(filters)).toBe(true);
  });
});
