import { describe, expect, it } from "vitest";
import { StatementFailed } from "../../../src/domain/statement-effect.ts";
import { faultProblem } from "../../../src/http/fault.ts";

const fault = (code?: string, severity = "ERROR") =>
  Object.assign(new Error("x"), { name: "NeonDbError", code, severity });
const codeOf = (error: Error, method: string) => faultProblem(error, method).code;

describe("a fault of the database", () => {
  it.each(["40P01", "40001", "55P03", "57014", "53300", "57P03"])(
    "answers service_busy after %s, because nothing was written",
    (sqlstate) => {
      expect(codeOf(new Error("wrapped", { cause: fault(sqlstate) }), "POST")).toBe("service_busy");
    },
  );

  it.each(["57P01", "57P02", "08006", "08P01", "58030", "XX000"])(
    "answers outcome_unknown to a write whose connection ended by %s, because it may have been committed",
    (sqlstate) => {
      expect(codeOf(fault(sqlstate, "FATAL"), "POST")).toBe("outcome_unknown");
      expect(codeOf(fault(sqlstate, "FATAL"), "GET")).toBe("service_busy");
      expect(codeOf(fault(sqlstate, "ERROR"), "POST")).toBe("service_busy");
    },
  );

  it("treats a query that timed out as one without a reply", () => {
    const timeout = new DOMException("too late", "TimeoutError");
    expect(codeOf(timeout, "GET")).toBe("service_busy");
    expect(codeOf(timeout, "POST")).toBe("outcome_unknown");
  });

  it("answers outcome_unknown to a write without a reply", () => {
    expect([codeOf(fault(), "GET"), codeOf(fault(), "POST")]).toEqual([
      "service_busy",
      "outcome_unknown",
    ]);
  });

  it("answers service_busy to a write without a reply if the failed call was a read, or has no effect", () => {
    const failed = (query: string) => Object.assign(new Error("x", { cause: fault() }), { query });
    expect(codeOf(failed("SELECT 1 FOR UPDATE"), "POST")).toBe("service_busy");
    expect(codeOf(failed("UPDATE users SET role = $1"), "POST")).toBe("outcome_unknown");
    const marked = new StatementFailed("none", failed("UPDATE users SET role = $1"));
    expect(codeOf(marked, "POST")).toBe("service_busy");
    // The outermost mark counts: the call with a possible effect only counted an attempt.
    const counted = new StatementFailed("none", new StatementFailed("possible", fault()));
    expect(codeOf(counted, "POST")).toBe("service_busy");
  });

  it("answers outcome_unknown if the request had changed something before, whatever failed then", () => {
    for (const cause of [fault("57P03"), fault(), fault("40001")]) {
      expect(codeOf(new StatementFailed("earlier", cause), "PUT")).toBe("outcome_unknown");
    }
  });

  it("answers internal_error to anything else", () => {
    expect(codeOf(fault("23505"), "POST")).toBe("internal_error");
    expect(codeOf(new TypeError("x"), "GET")).toBe("internal_error");
  });
});
