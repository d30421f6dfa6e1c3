import { describe, expect, it } from "vitest";
import {
  LATE_AFTER_MINUTES,
  ledgerState,
} from "../../../../../../console/src/desk/overview/ledger-state.ts";

const now = "2026-11-28T10:00:00.000000Z";
const checked = (ms: number) => new Date(Date.parse(now) - ms).toISOString();
const state = (verified_at: string | null, problems = 0) =>
  ledgerState({ database_time: now, ledger: { verified_at, problems } });

describe("the state of the ledger", () => {
  it("is verified while the check runs, and late after its bound", () => {
    const bound = LATE_AFTER_MINUTES * 60_000;
    expect(state(checked(bound))).toBe("verified");
    expect(state(checked(bound + 1))).toBe("late");
    expect(state(null)).toBe("late");
  });

  it("is broken before all else", () => {
    expect(state(checked(0), 1)).toBe("broken");
    expect(state(null, 1)).toBe("broken");
  });
});
