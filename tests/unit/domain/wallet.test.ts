import { describe, expect, it } from "vitest";
import { statusAt } from "../../../src/domain/wallet.ts";

const END = Date.UTC(2026, 11, 1);

describe("a wallet's status", () => {
  it("is frozen up to the last millisecond of its freeze, and active from the end on", () => {
    const wallet = { status: "frozen", frozenUntil: new Date(END) } as const;
    expect(statusAt(wallet, END - 1)).toBe("frozen");
    expect(statusAt(wallet, END)).toBe("active");
  });

  it("stays frozen when the freeze has no end", () => {
    expect(statusAt({ status: "frozen", frozenUntil: null }, END)).toBe("frozen");
  });

  it("is the stored status when the wallet is not frozen", () => {
    expect(statusAt({ status: "active", frozenUntil: null }, END)).toBe("active");
    expect(statusAt({ status: "closed", frozenUntil: null }, END)).toBe("closed");
  });
});
