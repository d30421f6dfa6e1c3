import { describe, expect, it } from "vitest";
import { EVENT_BOUNDS } from "../../src/domain/audit-event-bounds.ts";
import { EVENTS_PER_HOUR_MAX } from "../../src/domain/bounds.ts";
import { textOf } from "./tree.ts";

const [, section = ""] = textOf("docs/security.md").split("| events of one user | bound |");
const rows = (section.split("\n\n")[0] ?? "").split("\n").filter((line) => line.startsWith("| `"));

/** The types that a row names in its first cell. */
const typesIn = (row: string) =>
  [...(row.split(" | ")[0] ?? "").matchAll(/`(\w+)`/g)].map(([, type = ""]) => type);

describe("the bounds of audit events in docs/security.md", () => {
  it("are the types of the code, each with its bound", () => {
    const bounds = Map.groupBy(Object.entries(EVENT_BOUNDS), ([, bound]) => bound);
    const expected = [...bounds.values()].map((types) => types.map(([type]) => type).sort());
    expect(rows.map((row) => typesIn(row).sort()).sort()).toEqual(expected.sort());
  });

  it("have the numbers of the code", () => {
    expect(rows.find((row) => row.includes("`profile_changed`"))).toContain(
      `after ${EVENTS_PER_HOUR_MAX.act} in an hour`,
    );
    expect(rows.find((row) => row.includes("`log_in_refused`"))).toContain(
      `after ${EVENTS_PER_HOUR_MAX.refusal} in an hour`,
    );
    expect(rows.find((row) => row.includes("`suspension_lifted`"))).toContain(
      `after ${EVENTS_PER_HOUR_MAX.lift} in an hour`,
    );
  });
});
