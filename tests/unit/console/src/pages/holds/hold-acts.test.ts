import { money } from "@mahfaza/client";
import { describe, expect, it } from "vitest";
import {
  actsOf,
  isUnused,
  stateAt,
  toneOf,
} from "../../../../../../console/src/pages/holds/hold-acts.ts";

const END = "2026-11-28T12:00:00.000Z";
const BEFORE = Date.parse(END) - 1;
const hold = {
  state: "open" as const,
  role: "payer" as const,
  payer_can_void: false,
  expires_at: END,
};

describe("the state of a hold", () => {
  it("lapses by the clock before it is read again", () => {
    expect(stateAt(hold, BEFORE)).toBe("open");
    expect(stateAt(hold, BEFORE + 1)).toBe("expired");
  });

  it("stays as it ended", () => {
    for (const state of ["captured", "voided", "expired"] as const) {
      expect(stateAt({ ...hold, state }, BEFORE)).toBe(state);
      expect(stateAt({ ...hold, state }, BEFORE + 1)).toBe(state);
    }
  });

  it("is unused once it has ended without a payment", () => {
    const unpaid = { ...hold, captured: money("0.00", "YEM") };
    expect(isUnused(unpaid, BEFORE)).toBe(false);
    expect(isUnused(unpaid, BEFORE + 1)).toBe(true);
    expect(isUnused({ ...hold, captured: money("0.01", "YEM") }, BEFORE + 1)).toBe(false);
  });

  it("has a tint of its own for a lapsed and for a voided hold", () => {
    expect(toneOf("expired")).not.toBe(toneOf("voided"));
  });
});

describe("what can be done with a hold", () => {
  it("is for its payee to take money or give it up", () => {
    expect(actsOf({ ...hold, role: "payee" }, BEFORE)).toEqual(["capture", "void"]);
    expect(actsOf({ ...hold, role: "payee", payer_can_void: true }, BEFORE)).toEqual([
      "capture",
      "void",
    ]);
  });

  it("is for its payer to raise and extend it, and to cancel it where it says so", () => {
    expect(actsOf(hold, BEFORE)).toEqual(["raise", "extend"]);
    expect(actsOf({ ...hold, payer_can_void: true }, BEFORE)).toEqual(["raise", "extend", "void"]);
  });

  it("is nothing once it has ended, by its state or by its time", () => {
    expect(actsOf(hold, BEFORE + 1)).toEqual([]);
    expect(actsOf({ ...hold, state: "captured" }, BEFORE)).toEqual([]);
  });
});
