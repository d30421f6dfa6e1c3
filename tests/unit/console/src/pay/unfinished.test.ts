import { describe, expect, it } from "vitest";
import {
  FORGOTTEN_AFTER_MS,
  RESUMED_WITHIN_MS,
  unfinishedStep,
} from "../../../../../console/src/pay/unfinished.ts";

const SENT = "2026-11-28T10:00:00.000Z";
const stepAfter = (ms: number) => unfinishedStep(SENT, Date.parse(SENT) + ms);

describe("a payment that was sent and has no answer", () => {
  it("is asked for again by itself while it is fresh", () => {
    expect(stepAfter(0)).toBe("resume");
    expect(stepAfter(RESUMED_WITHIN_MS)).toBe("resume");
  });

  it("is asked for by the person later, and when the clock was set back", () => {
    expect(stepAfter(RESUMED_WITHIN_MS + 1)).toBe("ask");
    expect(stepAfter(FORGOTTEN_AFTER_MS)).toBe("ask");
    expect(stepAfter(-1)).toBe("ask");
  });

  it("is never sent again once the service may have forgotten its key", () => {
    expect(stepAfter(FORGOTTEN_AFTER_MS + 1)).toBe("forget");
  });
});
