import { connectHttp, type HttpDatabase } from "../db/connect.ts";
import type { Config } from "../env.ts";
import { type WalletClient, walletClient } from "../wallet/wallet-client.ts";

/** What every verb is called with; one for each request, for I/O belongs to its request. */
export interface ServiceContext {
  readonly config: Config;
  readonly db: HttpDatabase;
  readonly wallets: WalletClient;
  /** Unix time in milliseconds. */
  nowMs(): number;
}

export function serviceContext(env: Env, config: Config): ServiceContext {
  return {
    config,
    db: connectHttp(config),
    wallets: walletClient(env),
    nowMs: () => Date.now(),
  };
}
