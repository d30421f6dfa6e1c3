import { createApp } from "./http/app.ts";
import { runJobs } from "./jobs/run-jobs.ts";
import { tellOfHolds } from "./jobs/tell-of-holds.ts";
import { WalletObject as QueueObject } from "./wallet/wallet-object.ts";

export { LedgerWriter } from "./ledger/writer-object.ts";

/** The object of a wallet, which also tells of the holds that its alarm has ended. */
export class WalletObject extends QueueObject {
  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env, () => tellOfHolds(env));
  }
}

const app = createApp();

export default {
  fetch: app.fetch,
  // The platform awaits the promise and reports a run that rejects as failed.
  scheduled: ({ cron }, env) => runJobs(cron, env),
} satisfies ExportedHandler<Env>;
