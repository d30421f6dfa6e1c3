import { PURGE_BATCH_ROWS, PURGE_BATCHES_MAX } from "../domain/limits.ts";
import { readConfig } from "../env.ts";
import { serviceContext } from "../services/context.ts";
import { purgeGuessCounters } from "../services/guessing/purge-guess-counters.ts";
import { purgeIdempotencyKeys } from "../services/idempotency/purge-idempotency-keys.ts";
import { purgeSessions } from "../services/sessions/purge-sessions.ts";
import { liftExpiredFreezes } from "../services/wallets/lift-expired-freezes.ts";

/** Removes what has served its time, and lifts such freezes; what one run leaves, the next one takes. */
export async function purge(env: Env): Promise<void> {
  const ctx = serviceContext(env, readConfig(env));
  const sessions = await untilDone(() => purgeSessions(ctx));
  const idempotencyKeys = await untilDone(() => purgeIdempotencyKeys(ctx));
  const guessCounters = await untilDone(() => purgeGuessCounters(ctx));
  const freezes = await untilDone(() => liftExpiredFreezes(ctx));
  const purged = { sessions, idempotency_keys: idempotencyKeys, guess_counters: guessCounters };
  console.log(JSON.stringify({ event: "purged", ...purged, freezes }));
}

async function untilDone(batch: () => Promise<number>): Promise<number> {
  let total = 0;
  for (let round = 0; round < PURGE_BATCHES_MAX; round++) {
    const count = await batch();
    total += count;
    if (count < PURGE_BATCH_ROWS) break;
  }
  return total;
}
