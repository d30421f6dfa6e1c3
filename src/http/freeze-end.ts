import { FREEZE_DAYS_MAX } from "../domain/bounds.ts";
import { ApiError } from "./problem.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Reads a freeze's end (Unix time in milliseconds); null when only an operator can lift it. */
export function readFreezeEnd(untilMs: number | undefined, nowMs: number): Date | null {
  if (untilMs === undefined) return null;
  if (untilMs > nowMs && untilMs <= nowMs + FREEZE_DAYS_MAX * DAY_MS) return new Date(untilMs);
  const message = `must be in the future, and at most ${FREEZE_DAYS_MAX} days ahead`;
  throw new ApiError("invalid_request", {
    errors: [{ in: "body", pointer: "/until", code: "invalid_time", message }],
  });
}
