import { describe, expect, it } from "vitest";
import { firstWithMoney } from "../../../../../../console/src/pages/home/first-with-money.ts";
import { money } from "../../../../../../packages/client/src/index.ts";

const wallet = (id: string, balance: string) => ({ id, balance: money(balance, "YEM") });

describe("the wallets that a wide first page shows", () => {
  const [empty, full, other] = [wallet("1", "0.00"), wallet("2", "0.01"), wallet("3", "9.00")];

  it("are all, in their order, while they fit", () => {
    expect(firstWithMoney([empty, full], 2)).toEqual([empty, full]);
  });

  it("are those with money first, when there are more", () => {
    expect(firstWithMoney([empty, full, other], 2)).toEqual([full, other]);
    expect(firstWithMoney([empty, full, wallet("4", "0.00")], 2)).toEqual([full, empty]);
  });
});
