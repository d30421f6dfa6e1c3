import { createApp } from "./http/app.ts";
import { deliverWaiting } from "./jobs/deliver-waiting.ts";
import { purge } from "./jobs/purge.ts";

export { LedgerWriter } from "./ledger/writer-object.ts";
export { WalletObject } from "./wallet/wallet-object.ts";

/** One of wrangler.toml's two crons, written as it is there. */
const EVERY_MINUTE = "* * * * *";

const app = createApp();

export default {
  fetch: app.fetch,
  scheduled: ({ cron }, env, ctx) =>
    ctx.waitUntil(cron === EVERY_MINUTE ? deliverWaiting(env) : purge(env)),
} satisfies ExportedHandler<Env>;
