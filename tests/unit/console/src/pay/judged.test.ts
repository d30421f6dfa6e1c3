import type { Problem } from "@mahfaza/client";
import { describe, expect, it } from "vitest";
import { isJudged, isMendedByQuote } from "../../../../../console/src/pay/judged.ts";

const failureOf = (status: number, code: Problem["code"]) => ({
  kind: "problem" as const,
  problem: { type: "", title: "", status, code, request_id: "r" } as Problem,
});
const problem = (status: number, code: Problem["code"]) => isJudged(failureOf(status, code));

describe("a refusal after which another try is another payment", () => {
  it.each([
    [422, "insufficient_funds"],
    [422, "quote_expired"],
    [404, "recipient_not_found"],
    [409, "wallet_frozen"],
    [403, "account_suspended"],
    [400, "invalid_request"],
  ] as const)("%i %s is one", (status, code) => expect(problem(status, code)).toBe(true));

  it.each([
    [401, "token_expired"],
    [403, "step_up_required"],
    [408, "request_timeout"],
    [429, "rate_limited"],
    [429, "too_many_attempts"],
    [500, "internal_error"],
    [503, "service_busy"],
    [503, "outcome_unknown"],
  ] as const)("%i %s keeps the key", (status, code) => expect(problem(status, code)).toBe(false));

  it("a lost answer is none", () => {
    expect(isJudged({ kind: "unknown" })).toBe(false);
    expect(isJudged({ kind: "offline" })).toBe(false);
  });
});

describe("a payment by quote that failed", () => {
  it.each([
    [422, "quote_expired", true],
    [422, "quote_used", true],
    [429, "rate_limited", true],
    [403, "step_up_required", true],
    [422, "insufficient_funds", false],
    [422, "limit_exceeded", false],
  ] as const)("with %i %s can be made with the next quote: %s", (status, code, isMended) => {
    expect(isMendedByQuote(failureOf(status, code))).toBe(isMended);
  });
});
