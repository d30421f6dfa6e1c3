import type { ServiceContext } from "../services/context.ts";
import {
  decideLeftEvents,
  expireDeposits,
  timeOutPayouts,
} from "../services/funding/end-overdue.ts";
import { releaseExpiredHolds } from "../services/holds/release-expired-holds.ts";
import {
  deleteExpiredCodes,
  deleteExpiredIdempotencyKeys,
  deleteExpiredMessages,
  deleteExpiredSessions,
  deleteExpiredThrottleCounters,
  deleteUnusedQuotes,
} from "../services/maintenance/delete-expired.ts";
import { liftExpiredFreezes } from "../services/maintenance/lift-expired-freezes.ts";
import { readFeed } from "../services/rates/read-feed.ts";
import {
  deliverDueMessages,
  handOverDuePayouts,
  processInBatches,
  tellOfDueHolds,
} from "./run-in-batches.ts";
import { verifyLedger } from "./verify-ledger.ts";

/** Does a bounded amount of work and returns how much; the next run continues with the rest. */
export type Job = (ctx: ServiceContext) => Promise<number>;

/** The jobs by name, under the cron of wrangler.toml that starts them. */
export type JobTable = Readonly<Record<string, Readonly<Record<string, Job>>>>;

export const JOBS: JobTable = {
  "* * * * *": {
    deliver_messages: deliverDueMessages,
    release_expired_holds: releaseExpiredHolds,
    tell_of_holds: tellOfDueHolds,
    verify_ledger: verifyLedger,
    read_rates_feed: (ctx) => readFeed(ctx),
    hand_over_payouts: handOverDuePayouts,
    time_out_payouts: timeOutPayouts,
    decide_left_events: decideLeftEvents,
    expire_deposits: (ctx) => processInBatches(() => expireDeposits(ctx)),
  },
  "17 3 * * *": {
    lift_expired_freezes: (ctx) => processInBatches(() => liftExpiredFreezes(ctx)),
    delete_expired_contact_codes: (ctx) => processInBatches(() => deleteExpiredCodes(ctx)),
    delete_expired_idempotency_keys: (ctx) =>
      processInBatches(() => deleteExpiredIdempotencyKeys(ctx)),
    delete_expired_messages: (ctx) => processInBatches(() => deleteExpiredMessages(ctx)),
    delete_unused_quotes: (ctx) => processInBatches(() => deleteUnusedQuotes(ctx)),
    delete_expired_sessions: (ctx) => processInBatches(() => deleteExpiredSessions(ctx)),
    delete_expired_throttle_counters: (ctx) =>
      processInBatches(() => deleteExpiredThrottleCounters(ctx)),
  },
};
