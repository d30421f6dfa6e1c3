import { describe, expect, it } from "vitest";
import { walletsInTheWay } from "../../../../../../../console/src/pages/me/delete/wallets-in-the-way.ts";

const wallet = (balance: string, status = "active") => ({ balance, status }) as never;

describe("the wallets in the way of a deletion", () => {
  it("are those with money, to the smallest unit, and frozen ones", () => {
    const some = wallet("0.01");
    const frozen = wallet("0.00", "frozen");
    expect(walletsInTheWay([wallet("0.00"), some, frozen, wallet("0", "closed")])).toEqual([
      some,
      frozen,
    ]);
  });
});
