import "../browser.ts";
import type { Problem } from "@mahfaza/client";
import { describe, expect, it } from "vitest";
import type { PaymentState } from "../../../../../console/src/pay/payment-state.ts";
import { previewOf, refusalNow, refusalOf } from "../../../../../console/src/pay/preview.ts";
import type { DryRunState } from "../../../../../console/src/pay/use-dry-run.ts";

const refused = (code: Problem["code"]): DryRunState => ({
  kind: "refused",
  failure: { kind: "problem", problem: { code } as Problem },
});

describe("a dry run", () => {
  it("refuses with its problem", () => {
    const state = refused("insufficient_funds");
    expect(refusalOf(state)).toMatchObject({ problem: { code: "insufficient_funds" } });
    expect(previewOf(state)).toBeNull();
  });

  it("that lacks a second factor refuses nothing: the payment asks for it", () => {
    expect(refusalOf(refused("step_up_required"))).toBeNull();
  });

  it("has a preview once it was answered", () => {
    const preview = { amount: "1.00" };
    expect(previewOf({ kind: "ready", preview } as unknown as DryRunState)).toBe(preview);
    expect(previewOf({ kind: "asking" })).toBeNull();
    expect(refusalOf({ kind: "asking" })).toBeNull();
  });
});

describe("the refusal that stands", () => {
  const payment: PaymentState<string, object> = {
    kind: "failed",
    body: "",
    failure: { kind: "offline" },
    isUnfinished: false,
  };

  it("is that of the payment, once it has failed", () => {
    expect(refusalNow(payment, refused("insufficient_funds"))).toEqual({ kind: "offline" });
  });

  it("is that of the dry run before, if it has one", () => {
    const found = refusalNow({ kind: "open" }, refused("insufficient_funds"));
    expect(found).toMatchObject({ problem: { code: "insufficient_funds" } });
    expect(refusalNow({ kind: "open" }, { kind: "asking" })).toBeNull();
  });
});
