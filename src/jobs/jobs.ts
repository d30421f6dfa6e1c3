import { purgeCodes } from "../services/contacts/purge-codes.ts";
import type { ServiceContext } from "../services/context.ts";
import { purgeGuessCounters } from "../services/guessing/purge-guess-counters.ts";
import { purgeIdempotencyKeys } from "../services/idempotency/purge-idempotency-keys.ts";
import { purgeMessages } from "../services/outbox/purge-messages.ts";
import { purgeSessions } from "../services/sessions/purge-sessions.ts";
import { liftExpiredFreezes } from "../services/wallets/lift-expired-freezes.ts";
import { deliverWaiting } from "./deliver-waiting.ts";
import { untilDone } from "./until-done.ts";
import { verifyLedger } from "./verify-ledger.ts";

/** Does a bounded amount of work and answers how much; what one run leaves, the next one takes. */
export type Job = (ctx: ServiceContext) => Promise<number>;

/** The jobs by name, under the cron of wrangler.toml that starts them. */
export type JobTable = Readonly<Record<string, Readonly<Record<string, Job>>>>;

export const JOBS: JobTable = {
  "* * * * *": {
    deliver_messages: deliverWaiting,
    verify_ledger: verifyLedger,
  },
  "17 3 * * *": {
    lift_expired_freezes: (ctx) => untilDone(() => liftExpiredFreezes(ctx)),
    purge_contact_codes: (ctx) => untilDone(() => purgeCodes(ctx)),
    purge_guess_counters: (ctx) => untilDone(() => purgeGuessCounters(ctx)),
    purge_idempotency_keys: (ctx) => untilDone(() => purgeIdempotencyKeys(ctx)),
    purge_messages: (ctx) => untilDone(() => purgeMessages(ctx)),
    purge_sessions: (ctx) => untilDone(() => purgeSessions(ctx)),
  },
};
