import { describe, expect, it } from "vitest";
import { waitSecondsOf } from "../../../../../console/src/identity/use-seconds-left.ts";

const problem = {
  type: "/docs/problems#too_many_attempts",
  title: "Too many attempts",
  status: 429,
  code: "too_many_attempts",
  request_id: "r",
} as const;

describe("the wait of a refusal", () => {
  it("is what Retry-After said", () => {
    expect(waitSecondsOf({ kind: "problem", problem, waitSeconds: 30 })).toBe(30);
  });

  it("is none without it", () => {
    expect(waitSecondsOf({ kind: "problem", problem })).toBe(0);
    expect(waitSecondsOf({ kind: "offline" })).toBe(0);
    expect(waitSecondsOf(null)).toBe(0);
  });
});
