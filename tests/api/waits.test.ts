import { describe, expect, it } from "vitest";
import {
  ADDRESS_ATTEMPTS_FREE,
  ADDRESS_DELAY_SECONDS_FIRST,
  ADDRESS_DELAY_SECONDS_MAX,
  SENDING_DELAY_SECONDS_FIRST,
  SENDING_DELAY_SECONDS_MAX,
  SENDINGS_FREE,
} from "../../src/domain/bounds.ts";
import type { Attempt } from "../../src/domain/throttle.ts";
import { admitAttempt } from "../../src/services/identity/throttle/admit-attempt.ts";
import { servicesAt } from "../clock.ts";
import { newAddress, newPhone } from "../people.ts";

/** The waits between so many tries, each made as soon as it may be. */
async function waitsOf(tries: number, nextGuess: () => Attempt): Promise<number[]> {
  let nowMs = Date.now();
  const ask = () => admitAttempt(servicesAt(nowMs), nextGuess());
  const waits: number[] = [];
  for (let tried = 0; tried < tries; tried++) {
    const first = await ask();
    const seconds = first.ok ? 0 : (first.retryAfterSeconds ?? 0);
    waits.push(seconds);
    nowMs += seconds * 1_000;
    if (!first.ok) expect((await ask()).ok).toBe(true);
  }
  return waits;
}

/** Waits that double from the first to the longest, and stay there. */
function doubling(first: number, longest: number): number[] {
  const waits: number[] = [];
  for (let wait = first; wait < longest; wait *= 2) waits.push(wait);
  return [...waits, longest, longest];
}

describe("the waits between tries", () => {
  it("of one address at everybody's secrets double up to the longest, and no further", async () => {
    const due = doubling(ADDRESS_DELAY_SECONDS_FIRST, ADDRESS_DELAY_SECONDS_MAX);
    const address = newAddress();
    const waits = await waitsOf(ADDRESS_ATTEMPTS_FREE + due.length, () => ({
      kind: "log_in",
      subject: newPhone(),
      source: { by: "address", name: address },
    }));
    expect(waits.slice(0, ADDRESS_ATTEMPTS_FREE)).toEqual(Array(ADDRESS_ATTEMPTS_FREE).fill(0));
    expect(waits.slice(ADDRESS_ATTEMPTS_FREE)).toEqual(due);
  });

  it("of messages to one contact double up to the longest, and no further", async () => {
    const due = doubling(SENDING_DELAY_SECONDS_FIRST, SENDING_DELAY_SECONDS_MAX);
    const subject = newPhone();
    const waits = await waitsOf(SENDINGS_FREE + due.length, () => ({
      kind: "code_sending",
      subject,
      source: { by: "address", name: newAddress() },
    }));
    expect(waits).toEqual([...Array(SENDINGS_FREE).fill(0), ...due]);
  });
});
