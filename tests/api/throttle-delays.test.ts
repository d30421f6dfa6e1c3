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

/** The delays in seconds before each of `count` attempts, each made as soon as it is allowed. */
async function delaysOf(count: number, nextAttempt: () => Attempt): Promise<number[]> {
  let nowMs = Date.now();
  const ask = () => admitAttempt(servicesAt(nowMs), nextAttempt());
  const delays: number[] = [];
  for (let made = 0; made < count; made++) {
    const first = await ask();
    const seconds = first.ok ? 0 : (first.retryAfterSeconds ?? 0);
    delays.push(seconds);
    nowMs += seconds * 1_000;
    if (!first.ok) expect((await ask()).ok).toBe(true);
  }
  return delays;
}

/** Delays that double from the first to the longest, which comes twice. */
function doubling(first: number, longest: number): number[] {
  const delays: number[] = [];
  for (let delay = first; delay < longest; delay *= 2) delays.push(delay);
  return [...delays, longest, longest];
}

describe("the delays between attempts", () => {
  it("of one address at many users' secrets double up to the longest delay", async () => {
    const expected = doubling(ADDRESS_DELAY_SECONDS_FIRST, ADDRESS_DELAY_SECONDS_MAX);
    const address = newAddress();
    const delays = await delaysOf(ADDRESS_ATTEMPTS_FREE + expected.length, () => ({
      kind: "log_in",
      subject: newPhone(),
      source: { by: "address", name: address },
    }));
    expect(delays.slice(0, ADDRESS_ATTEMPTS_FREE)).toEqual(Array(ADDRESS_ATTEMPTS_FREE).fill(0));
    expect(delays.slice(ADDRESS_ATTEMPTS_FREE)).toEqual(expected);
  });

  it("of messages to one contact double up to the longest delay", async () => {
    const expected = doubling(SENDING_DELAY_SECONDS_FIRST, SENDING_DELAY_SECONDS_MAX);
    const subject = newPhone();
    const delays = await delaysOf(SENDINGS_FREE + expected.length, () => ({
      kind: "code_sending",
      subject,
      source: { by: "address", name: newAddress() },
    }));
    expect(delays).toEqual([...Array(SENDINGS_FREE).fill(0), ...expected]);
  });
});
