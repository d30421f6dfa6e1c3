import { describe, expect, it } from "vitest";
import {
  EMPTY_DRAFT,
  fundable,
  hasFailed,
  isOpen,
  isRequestId,
  openFirst,
  prefilled,
  sumOf,
} from "../../../../../../console/src/pages/funding/funding.ts";
import { wallet } from "../../pay/wallets.ts";

const rial = wallet({ id: "wal_rial" });
const old = wallet({ id: "wal_old", currency: "YER" });
const held = wallet({ id: "wal_held", status: "frozen", freeze_scope: "debits" });

describe("the wallets of a deposit or withdrawal", () => {
  it("are those that can receive, and no old rial", () => {
    expect(fundable("deposit", [rial, old, held])).toEqual([rial, held]);
  });

  it("are those that can pay", () => {
    expect(fundable("withdrawal", [rial, old, held])).toEqual([rial, old]);
  });
});

describe("the form", () => {
  it("is filled in by a link", () => {
    expect(prefilled({ wallet: "wal_rial", amount: "5" })).toEqual({
      walletId: "wal_rial",
      currency: null,
      amount: "5",
    });
    expect(prefilled({ step: "review" })).toBeNull();
  });

  it("reads the amount with the decimals of the wallet", () => {
    const sum = (amount: string) => sumOf("deposit", { ...EMPTY_DRAFT, amount }, [rial]);
    expect(sum("5")).toEqual({ wallet: rial, amount: "5.00" });
    expect(sum("5.001")).toBeNull();
    expect(sumOf("withdrawal", { ...EMPTY_DRAFT, amount: "5" }, [held])).toBeNull();
  });
});

describe("the id in an address", () => {
  it.each([
    ["deposit", "dpi_1", true],
    ["withdrawal", "pay_1", true],
    ["deposit", "pay_1", false],
    ["withdrawal", "dpi_1", false],
    ["deposit", "txn_1", false],
    ["withdrawal", "anything", false],
  ] as const)("of a %s, %s, is that of a request: %s", (kind, id, is) => {
    expect(isRequestId(kind, id)).toBe(is);
  });
});

describe("the answer", () => {
  it.each([
    ["pending", true, false],
    ["sent", true, false],
    ["succeeded", false, false],
    ["failed", false, true],
    ["expired", false, true],
    ["timed_out", false, true],
  ] as const)("%s is open: %s; has failed: %s", (status, open, failed) => {
    expect(isOpen({ status })).toBe(open);
    expect(hasFailed({ status })).toBe(failed);
  });

  it("stands first in the list while it is open", () => {
    const list = (["succeeded", "pending", "failed", "sent"] as const).map((status) => ({
      status,
    }));
    expect(openFirst(list).map(({ status }) => status)).toEqual([
      "pending",
      "sent",
      "succeeded",
      "failed",
    ]);
  });
});
