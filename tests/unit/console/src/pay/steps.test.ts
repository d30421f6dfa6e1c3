import { describe, expect, it } from "vitest";
import { receiptUrl, stepBefore, stepFor, stepUrl } from "../../../../../console/src/pay/steps.ts";

const STEPS = ["recipient", "amount", "review"] as const;
const doneUpTo = (last: string | null) => (step: string) =>
  last !== null && STEPS.indexOf(step as "amount") <= STEPS.indexOf(last as "amount");

describe("the step of a form", () => {
  it.each([
    [undefined, null, "recipient"],
    ["review", null, "recipient"],
    ["review", "recipient", "amount"],
    ["review", "amount", "review"],
    ["amount", "amount", "amount"],
    ["recipient", "amount", "recipient"],
    ["receipt", "amount", "recipient"],
  ])("asked for %s, with all done up to %s, is %s", (asked, last, step) => {
    expect(stepFor(asked, STEPS, doneUpTo(last))).toBe(step);
  });

  it("has one before it, but the first has none", () => {
    expect(stepBefore("review", STEPS)).toBe("amount");
    expect(stepBefore("recipient", STEPS)).toBeNull();
  });

  it("is in the address; the first one's is the plain path", () => {
    expect(stepUrl("/send", null)).toBe("/send");
    expect(stepUrl("/send", "amount")).toBe("/send?step=amount");
  });
});

it("the address of a receipt names what was made, also by an odd id", () => {
  expect(receiptUrl("/send", "txn_1")).toBe("/send?step=receipt&id=txn_1");
  expect(receiptUrl("/send", "a&b")).toBe("/send?step=receipt&id=a%26b");
});
