import { describe, expect, it } from "vitest";
import { isTicket, TICKET_LENGTH_MAX } from "../../../../../../console/src/desk/ui/ticket.ts";
import { Ticket } from "../../../../../../src/contract/money-proposals.ts";

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
