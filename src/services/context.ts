import { connectHttp, type HttpDatabase } from "../db/connect.ts";
import type { Config } from "../env.ts";
import type { Sender } from "../senders/sender.ts";
import { senderOf } from "../senders/sender-of.ts";
import { type WalletClient, walletClient } from "../wallet/wallet-client.ts";

/** What every verb is called with; one for each request, for I/O belongs to its request. */
export interface ServiceContext {
  readonly config: Config;
  readonly db: HttpDatabase;
  readonly wallets: WalletClient;
  readonly sender: Sender;
  /** Unix time in milliseconds. */
  nowMs(): number;
  /** Lets this work go on after the answer. The books must know already what it may not lose. */
  later(work: Promise<void>): void;
}

export function serviceContext(
  env: Env,
  config: Config,
  // Where nobody is answered, nothing ends before its work.
  later: ServiceContext["later"] = () => {},
): ServiceContext {
  const nowMs = () => Date.now();
  return {
    config,
    db: connectHttp(config),
    wallets: walletClient(env),
    sender: senderOf(env, config, nowMs),
    nowMs,
    later,
  };
}
