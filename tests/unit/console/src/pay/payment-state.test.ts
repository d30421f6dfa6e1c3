import "../browser.ts";
import type { Problem } from "@mahfaza/client";
import { describe, expect, it } from "vitest";
import type { Failure } from "../../../../../console/src/api/answer.ts";
import {
  answered,
  isOver,
  left,
  type PaymentState,
  sent,
  withoutOutcome,
} from "../../../../../console/src/pay/payment-state.ts";

type State = PaymentState<string, number>;

const problem = (status: number, code: Problem["code"]): Failure => ({
  kind: "problem",
  problem: { type: "", title: "", status, code, request_id: "r" } as Problem,
});

const OPEN: State = { kind: "open" };
const SENDING: State = { kind: "sending", body: "10", isResumed: false };
const DONE: State = answered("10", { data: 7, failure: null }, false);
const failed = (failure: Failure, isUnfinished: boolean): State =>
  answered<string, number>("10", { data: null, failure }, isUnfinished);
const REFUSED = failed(problem(422, "insufficient_funds"), false);
const BUSY = failed(problem(503, "service_busy"), false);
const LOST = failed({ kind: "unknown" }, true);

describe("a payment that is sent", () => {
  it("is being sent, from each state in which nothing is under way", () => {
    for (const state of [OPEN, DONE, REFUSED, BUSY]) {
      expect(sent(state, "20", false)).toEqual({ kind: "sending", body: "20", isResumed: false });
    }
  });

  it("says when it was sent before a reload", () => {
    expect(sent(OPEN, "10", true)).toEqual({ kind: "sending", body: "10", isResumed: true });
  });

  it("is sent again to learn its outcome", () => {
    expect(sent(LOST, "10", false)).toEqual(SENDING);
  });

  it("is not sent a second time while it is being sent", () => {
    expect(sent(SENDING, "10", false)).toBeNull();
    expect(sent(SENDING, "20", true)).toBeNull();
  });
});

describe("a payment after its answer", () => {
  it("is done with the answer's data", () => {
    expect(DONE).toEqual({ kind: "done", body: "10", data: 7 });
  });

  it("has failed with the reason, and keeps what was asked", () => {
    expect(REFUSED).toMatchObject({ kind: "failed", body: "10", isUnfinished: false });
    expect(LOST).toMatchObject({
      kind: "failed",
      failure: { kind: "unknown" },
      isUnfinished: true,
    });
  });

  it("can be known to be without an outcome before it is asked for", () => {
    expect(withoutOutcome("10", true)).toEqual(LOST);
  });
});

describe("leaving a payment behind", () => {
  it("opens the form again after a refusal and a receipt", () => {
    for (const state of [DONE, REFUSED, BUSY]) expect(left(state)).toEqual(OPEN);
  });

  it("changes nothing while it is open, being sent, or without an outcome", () => {
    for (const state of [OPEN, SENDING, LOST]) expect(left(state)).toBe(state);
  });
});

describe("a payment that is over, so that the next one has a key of its own", () => {
  it("is one that was made or refused", () => {
    expect(isOver(DONE)).toBe(true);
    expect(isOver(REFUSED)).toBe(true);
  });

  it("is none that was not judged, or may have been made", () => {
    for (const state of [OPEN, SENDING, BUSY, LOST]) expect(isOver(state)).toBe(false);
    expect(isOver(failed({ kind: "offline" }, false))).toBe(false);
    expect(isOver(failed(problem(422, "insufficient_funds"), true))).toBe(false);
  });
});
