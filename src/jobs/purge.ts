import { PURGE_BATCH_ROWS, PURGE_BATCHES_MAX } from "../domain/limits.ts";
import { readConfig } from "../env.ts";
import { logLine } from "../log/log-line.ts";
import { purgeCodes } from "../services/contacts/purge-codes.ts";
import { serviceContext } from "../services/context.ts";
import { purgeGuessCounters } from "../services/guessing/purge-guess-counters.ts";
import { purgeIdempotencyKeys } from "../services/idempotency/purge-idempotency-keys.ts";
import { purgeMessages } from "../services/outbox/purge-messages.ts";
import { purgeSessions } from "../services/sessions/purge-sessions.ts";
import { liftExpiredFreezes } from "../services/wallets/lift-expired-freezes.ts";

/** Removes what has served its time, and lifts such freezes; what one run leaves, the next one takes. */
export async function purge(env: Env): Promise<void> {
  const ctx = serviceContext(env, readConfig(env));
  const purged = {
    sessions: await untilDone(() => purgeSessions(ctx)),
    idempotency_keys: await untilDone(() => purgeIdempotencyKeys(ctx)),
    guess_counters: await untilDone(() => purgeGuessCounters(ctx)),
    contact_codes: await untilDone(() => purgeCodes(ctx)),
    outbox_messages: await untilDone(() => purgeMessages(ctx)),
    freezes: await untilDone(() => liftExpiredFreezes(ctx)),
  };
  console.log(logLine("purged", purged));
}

/** Batch after batch until one is not full, PURGE_BATCHES_MAX of them at most; answers how many rows. */
export async function untilDone(batch: () => Promise<number>): Promise<number> {
  let total = 0;
  for (let round = 0; round < PURGE_BATCHES_MAX; round++) {
    const count = await batch();
    total += count;
    if (count < PURGE_BATCH_ROWS) break;
  }
  return total;
}
