import { createApp } from "./http/app.ts";
import { purge } from "./jobs/purge.ts";

export { LedgerWriter } from "./ledger/writer-object.ts";
export { WalletObject } from "./wallet/wallet-object.ts";

const app = createApp();

export default {
  fetch: app.fetch,
  scheduled: (_event, env, ctx) => ctx.waitUntil(purge(env)),
} satisfies ExportedHandler<Env>;
