// Clients that try wrong passwords as fast as they are answered, each time for another phone and from another address,
// so that only the service's queue for password hashes limits them.
import { setTimeout as sleep } from "node:timers/promises";

export interface FloodResult {
  /** Logins that were answered 401, after a hash. */
  readonly tried: number;
  /** Logins that were answered 503, without a hash. */
  readonly refused503: number;
}

const WRONG = { password: "four-Camels under Marib" };
/** A refused client pauses, because otherwise most of the load would be refusals. */
const REFUSED_PAUSE_MS = 50;

/** Starts the clients; the returned function stops them and resolves to their counts. */
export function startWrongLogins(url: string, clients: number): () => Promise<FloodResult> {
  let isOver = false;
  let sent = 0;
  let tried = 0;
  let refused503 = 0;
  const client = async () => {
    while (!isOver) {
      sent += 1;
      const status = await tryOnce(url, sent);
      if (status === 401) tried += 1;
      else if (status === 503) refused503 += 1;
      if (status !== 401) await sleep(REFUSED_PAUSE_MS);
    }
  };
  const all = Promise.all(Array.from({ length: clients }, client));
  return async () => {
    isOver = true;
    await all;
    return { tried, refused503 };
  };
}

/** The status of one wrong login; 0 when there was no answer. */
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
