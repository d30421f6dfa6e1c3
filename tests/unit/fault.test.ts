import { describe, expect, it } from "vitest";
import { faultProblem } from "../../src/http/fault.ts";

const fault = (code?: string) => Object.assign(new Error("x"), { name: "NeonDbError", code });
const codeOf = (error: Error, method: string) => faultProblem(error, method).code;

describe("a fault of the database", () => {
  it.each(["40P01", "40001", "55P03", "57014", "53300", "57P03"])(
    "answers service_busy after %s, for nothing has happened",
    (sqlstate) => {
      expect(codeOf(new Error("wrapped", { cause: fault(sqlstate) }), "POST")).toBe("service_busy");
    },
  );

  it("answers outcome_unknown to a write that nobody answered", () => {
    expect([codeOf(fault(), "GET"), codeOf(fault(), "POST")]).toEqual([
      "service_busy",
      "outcome_unknown",
    ]);
  });

  it("answers internal_error to anything else", () => {
    expect(codeOf(fault("23505"), "POST")).toBe("internal_error");
    expect(codeOf(new TypeError("x"), "GET")).toBe("internal_error");
  });
});
