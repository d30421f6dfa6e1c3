import { describe, expect, it } from "vitest";
import {
  deadlineOf,
  MARGIN_MS,
  type Moment,
  secondsLeft,
} from "../../../../../console/src/pay/countdown.ts";

const CREATED = "2026-11-28T10:00:00.000Z";
const EXPIRES = "2026-11-28T10:00:30.000Z";
/** The clocks of the device are wrong by hours: only differences may count. */
const at = (ms: number): Moment => ({ monotonicMs: 5_000 + ms, wallMs: 1_000_000 + ms });

const offer = (answeredMs: number, date: string | null = null) =>
  deadlineOf({
    createdAt: CREATED,
    expiresAt: EXPIRES,
    askedAt: at(0),
    answeredAt: at(answeredMs),
    date,
  });

describe("the end of an offer", () => {
  it("is its length after the question, less a margin, whatever the device's clock says", () => {
    expect(offer(200)).toEqual({ from: at(0), lastsMs: 30_000 - MARGIN_MS });
  });

  it("is nearer to the truth by the answer's Date, when the answer was slow", () => {
    // Asked at 0, made by the service eight seconds later, answered at once.
    expect(offer(8_000, "Sat, 28 Nov 2026 10:00:00 GMT").lastsMs).toBe(37_000 - MARGIN_MS);
  });

  it("is never later than its length after the answer, nor earlier than after the question", () => {
    expect(offer(500, "Sat, 28 Nov 2026 09:00:00 GMT").lastsMs).toBe(30_500 - MARGIN_MS);
    expect(offer(500, "Sat, 28 Nov 2026 11:00:00 GMT").lastsMs).toBe(30_000 - MARGIN_MS);
  });

  it("does not need a Date that can be read", () => {
    expect(offer(500, "yesterday").lastsMs).toBe(30_000 - MARGIN_MS);
  });
});

describe("the seconds that are left", () => {
  const deadline = { from: at(0), lastsMs: 29_000 };

  it.each([
    [0, 29],
    [1, 29],
    [1_000, 28],
    [28_999, 1],
    [29_000, 0],
    [90_000, 0],
  ])("after %i ms are %i", (ms, seconds) => {
    expect(secondsLeft(deadline, at(ms))).toBe(seconds);
  });

  it("are over after a sleep of the device, in which the one clock stood still", () => {
    expect(secondsLeft(deadline, { ...at(60_000), monotonicMs: at(10).monotonicMs })).toBe(0);
  });

  it("do not grow when the device's clock is set back", () => {
    expect(secondsLeft(deadline, { ...at(20_000), wallMs: 0 })).toBe(9);
  });
});
