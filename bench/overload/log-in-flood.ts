// Clients who try wrong passwords as fast as they are answered, each time at another phone and from another address,
// so that nothing slows them but the service's own line for hashing.
import { setTimeout as sleep } from "node:timers/promises";

export interface FloodTold {
  /** Answered as wrong, after a hash. */
  readonly tried: number;
  /** Answered 503, without one. */
  readonly turnedAway: number;
}

const WRONG = { password: "four-Camels under Marib" };
/** Who is turned away does not come back at once, or the flood would be one of answers. */
const TURNED_AWAY_MS = 50;

/** Starts so many clients; the answer stops them and tells what they met. */
export function startWrongLogIns(url: string, clients: number): () => Promise<FloodTold> {
  let isOver = false;
  let sent = 0;
  let tried = 0;
  let turnedAway = 0;
  const client = async () => {
    while (!isOver) {
      sent += 1;
      const status = await tryOnce(url, sent);
      if (status === 401) tried += 1;
      else if (status === 503) turnedAway += 1;
      if (status !== 401) await sleep(TURNED_AWAY_MS);
    }
  };
  const all = Promise.all(Array.from({ length: clients }, client));
  return async () => {
    isOver = true;
    await all;
    return { tried, turnedAway };
  };
}

/** The status of one wrong log-in; 0 when there was no answer. */
async function tryOnce(url: string, n: number): Promise<number> {
  try {
    const answer = await fetch(`${url}/v1/auth/login`, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        "CF-Connecting-IP": `2001:db8:${(n & 0xffff).toString(16)}:${(n >> 16).toString(16)}::1`,
      },
      body: JSON.stringify({ ...WRONG, phone: `+96773${String(n % 10_000_000).padStart(7, "0")}` }),
      signal: AbortSignal.timeout(60_000),
    });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return 0;
  }
}
