import { describe, expect, it } from "vitest";
import { firstWallet, orderWallets } from "../../../../../console/src/wallets/order-wallets.ts";
import { wallet } from "./wallet.ts";

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
