// Single transfers during the load or after it: the answer that one caller gets, and its time.
import type { Person } from "../people.ts";

export interface Probe {
  /** 0 when there was no answer in time. */
  readonly status: number;
  readonly ms: number;
  /** Whether a 503 has Retry-After and a problem with the right code; null for other answers. */
  readonly isClear503: boolean | null;
}

const TIMEOUT_MS = 10_000;
const PROBE_EVERY_MS = 100;
const GOOD_IN_A_ROW = 5;
const GIVE_UP_MS = 30_000;
let probes = 0;

/** Waits without keeping the process alive, so that a run can end in the middle of a phase. */
export const pause = (ms: number) =>
  new Promise<void>((resolve) => void setTimeout(resolve, ms).unref());

export async function probeTransfer(url: string, payer: Person, payee: Person): Promise<Probe> {
  const startMs = performance.now();
  try {
    const answer = await fetch(`${url}/v1/transfers`, {
      method: "POST",
      headers: {
        Authorization: `Bearer ${payer.token}`,
        "Content-Type": "application/json",
        "Idempotency-Key": `probe-${process.pid}-${++probes}`,
      },
      body: JSON.stringify({
        amount: "1.00",
        from_wallet_id: payer.walletId,
        to_wallet_id: payee.walletId,
      }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const body = await answer.text();
    const ms = performance.now() - startMs;
    return { status: answer.status, ms, isClear503: isClear(answer, body) };
  } catch {
    // A refused connection and a time-out both count as no answer.
    return { status: 0, ms: performance.now() - startMs, isClear503: null };
  }
}

function isClear({ status, headers }: Response, body: string): boolean | null {
  if (status !== 503) return null;
  const retryAfter = /^\d+$/.test(headers.get("Retry-After") ?? "");
  const isProblem = headers.get("Content-Type")?.startsWith("application/problem+json") ?? false;
  return retryAfter && isProblem && body.includes('"code":"service_busy"');
}

/** Probes repeatedly in `lanes` parallel loops; the returned function stops them and resolves to all probes. */
export function probeMeanwhile(
  probe: () => Promise<Probe>,
  lanes: number,
): () => Promise<readonly Probe[]> {
  const seen: Probe[] = [];
  let isOver = false;
  const lane = async () => {
    while (!isOver) {
      seen.push(await probe());
      await pause(PROBE_EVERY_MS / 2);
    }
  };
  const done = Promise.all(Array.from({ length: lanes }, lane));
  return async () => {
    isOver = true;
    await done;
    return seen;
  };
}

/**
 * Seconds from now until a transfer and the four after it are answered within `goodMs`; null when that takes more
 * than half a minute. A transfer is sent each tenth of a second, whether or not the last one was answered.
 */
export async function recoverySeconds(
  probe: () => Promise<Probe>,
  goodMs: number,
): Promise<number | null> {
  const startMs = performance.now();
  const sent: Promise<void>[] = [];
  /** The time of each good answer, in the order of sending; null without a good answer so far. */
  const goodAtMs: (number | null)[] = [];
  while (performance.now() - startMs < GIVE_UP_MS) {
    const i = goodAtMs.push(null) - 1;
    const one = probe().then(({ status, ms }) => {
      if (status === 201 && ms < goodMs) goodAtMs[i] = performance.now();
    });
    sent.push(one);
    await pause(PROBE_EVERY_MS);
    const first = goodAtMs.findIndex((_, from) => {
      const row = goodAtMs.slice(from, from + GOOD_IN_A_ROW);
      return row.length === GOOD_IN_A_ROW && !row.includes(null);
    });
    if (first < 0) continue;
    await Promise.all(sent);
    return ((goodAtMs[first] ?? startMs) - startMs) / 1_000;
  }
  await Promise.all(sent);
  return null;
}
