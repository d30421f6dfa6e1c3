import type { ServiceContext } from "../services/context.ts";
import {
  deleteExpiredCodes,
  deleteExpiredIdempotencyKeys,
  deleteExpiredMessages,
  deleteExpiredSessions,
  deleteExpiredThrottleCounters,
} from "../services/maintenance/delete-expired.ts";
import { liftExpiredFreezes } from "../services/maintenance/lift-expired-freezes.ts";
import { deliverWaiting, untilDone } from "./repeat-in-batches.ts";
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
    purge_contact_codes: (ctx) => untilDone(() => deleteExpiredCodes(ctx)),
    purge_throttle_counters: (ctx) => untilDone(() => deleteExpiredThrottleCounters(ctx)),
    purge_idempotency_keys: (ctx) => untilDone(() => deleteExpiredIdempotencyKeys(ctx)),
    purge_messages: (ctx) => untilDone(() => deleteExpiredMessages(ctx)),
    purge_sessions: (ctx) => untilDone(() => deleteExpiredSessions(ctx)),
  },
};
