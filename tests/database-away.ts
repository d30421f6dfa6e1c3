import { neonConfig } from "@neondatabase/serverless";

/** How the database is away: nobody listens where it was, or it executes each call and the reply is lost. */
export type Absence = "refused" | "reply lost";

// Port 1 of the loopback address: a connection is refused at once.
const NOBODY = "http://127.0.0.1:1/sql";

/**
 * Runs `work` with a database that goes away at the n-th call over HTTP (1: the first) and stays away. The
 * ledger's own connection is not affected. `wasAway` tells whether that call was made.
 */
export async function withoutDatabase<T>(
  from: number,
  absence: Absence,
  work: () => Promise<T>,
): Promise<{ readonly value: T; readonly wasAway: boolean }> {
  const send = neonConfig.fetchFunction;
  let calls = 0;
  neonConfig.fetchFunction = async (url: string, init: RequestInit) => {
    calls += 1;
    if (calls < from) return send(url, init);
    if (absence === "reply lost") await (await send(url, init)).text();
    return fetch(NOBODY, init);
  };
  try {
    return { value: await work(), wasAway: calls >= from };
  } finally {
    neonConfig.fetchFunction = send;
  }
}
