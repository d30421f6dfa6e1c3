import { HashQueue } from "../crypto/hash-queue.ts";
import { connectHttp, type HttpDatabase } from "../db/connect.ts";
import { type Clock, systemClock } from "../domain/instant.ts";
import type { Sender } from "../domain/message.ts";
import type { Config } from "../env.ts";
import { createSender } from "../senders/create-sender.ts";
import { type WalletClient, walletClient } from "../wallet/wallet-client.ts";

/** What every verb is called with; one for each request, for I/O belongs to its request. */
export interface ServiceContext {
  readonly config: Config;
  readonly db: HttpDatabase;
  readonly wallets: WalletClient;
  readonly sender: Sender;
  /** The isolate's line for hashing passwords. */
  readonly hashes: HashQueue;
  readonly nowMs: Clock;
  /** Lets this work go on after the answer. The books must know already what it may not lose. */
  later(work: Promise<void>): void;
}

const hashQueues = new WeakMap<Config, HashQueue>();

/** One line for all requests of an isolate. */
function hashQueueOf(config: Config): HashQueue {
  const queue = hashQueues.get(config) ?? new HashQueue(config.hashesMax);
  hashQueues.set(config, queue);
  return queue;
}

export function serviceContext(
  env: Env,
  config: Config,
  // Where nobody is answered, nothing ends before its work.
  later: ServiceContext["later"] = () => {},
  clock: Clock = systemClock,
): ServiceContext {
  return {
    config,
    db: connectHttp(config),
    wallets: walletClient(env, clock),
    sender: createSender(env, config, clock),
    hashes: hashQueueOf(config),
    nowMs: clock,
    later,
  };
}
