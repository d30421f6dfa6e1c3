import { describe, expect, it } from "vitest";
import { sideOf } from "../../../../console/src/desk/people/side-of.ts";
import { detailLines } from "../../../../console/src/desk/ui/detail-lines.ts";
import { isTicket, TICKET_LENGTH_MAX } from "../../../../console/src/desk/ui/ticket.ts";
import { Ticket } from "../../../../src/contract/money-proposals.ts";

describe("a case number", () => {
  it("is judged as the service judges it, and may be left out", () => {
    const longest = "C".repeat(TICKET_LENGTH_MAX);
    for (const typed of ["CASE-1042", "a", "7_#.x", longest]) {
      expect([isTicket(typed), Ticket.safeParse(typed).success], typed).toEqual([true, true]);
    }
    for (const typed of ["-1", "two words", "قضية", `${longest}C`]) {
      expect([isTicket(typed), Ticket.safeParse(typed).success], typed).toEqual([false, false]);
    }
    expect(isTicket("")).toBe(true);
  });
});

describe("the side of a transaction", () => {
  const legs = (...amounts: string[]) => ({
    status: "success",
    legs: amounts.map((amount) => ({ amount })),
  });

  it("is that of the person's own wallets", () => {
    expect(sideOf(legs("-5.00"))).toBe("out");
    expect(sideOf(legs("5.00"))).toBe("in");
    expect(sideOf(legs("-5.00", "5.00"))).toBe("between");
    expect(sideOf(legs())).toBe("between");
    expect(sideOf({ status: "failed", legs: [] })).toBe("out");
  });
});

describe("the details of an event", () => {
  it("are shown as they were recorded", () => {
    expect(detailLines({ reason: "fraud", fields: ["username", "phone"] })).toEqual([
      "reason: fraud",
      "fields: username, phone",
    ]);
    expect(detailLines({})).toEqual([]);
  });
});
