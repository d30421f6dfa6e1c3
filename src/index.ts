import { createApp } from "./http/app.ts";
import { runJobs } from "./jobs/run-jobs.ts";

export { LedgerWriter } from "./ledger/writer-object.ts";
export { WalletObject } from "./wallet/wallet-object.ts";

const app = createApp();

export default {
  fetch: app.fetch,
  // The platform awaits the promise and reports a run that rejects as failed.
  scheduled: ({ cron }, env) => runJobs(cron, env),
} satisfies ExportedHandler<Env>;
