import { HashQueue } from "../crypto/hash-queue.ts";
import { connectHttp, type HttpDatabase } from "../db/connect.ts";
import type { SessionId, UserId, WalletId } from "../domain/ids.ts";
import { type Clock, systemClock } from "../domain/instant.ts";
import type { Sender } from "../domain/message.ts";
import type { Config } from "../env.ts";
import { createSender } from "../senders/create-sender.ts";
import { type WalletClient, walletClient } from "../wallet/wallet-client.ts";

/**
 * The first argument of every verb. Each request gets its own: on Workers, I/O objects of one
 * request cannot be used by another.
 */
export interface ServiceContext {
  readonly config: Config;
  readonly db: HttpDatabase;
  readonly wallets: WalletClient;
  readonly sender: Sender;
  /** The isolate's queue for password hashes, shared by all its requests. */
  readonly hashes: HashQueue;
  readonly nowMs: Clock;
  /**
   * Lets `work` continue after the response was sent. The platform may stop it, so anything that
   * must not be lost is in the database already.
   */
  later(work: Promise<void>): void;
}

/**
 * The user and session that an access token names. The token is verified; whether the session is
 * still active is checked in the database by readInSession and writeInSession.
 */
export interface Caller {
  readonly userId: UserId;
  readonly sessionId: SessionId;
  /**
   * The user's default wallet in the default currency when the token was signed, for routing only;
   * null when there was none or the token does not name it.
   */
  readonly defaultWalletId: WalletId | null;
}

const hashQueues = new WeakMap<Config, HashQueue>();

/** One queue per configuration, which an isolate reads once. */
function hashQueueOf(config: Config): HashQueue {
  const queue = hashQueues.get(config) ?? new HashQueue(config.hashesMax);
  hashQueues.set(config, queue);
  return queue;
}

/**
 * Makes the context of one request or job. `later` defaults to nothing for jobs: they send no
 * response after which the platform could stop the work.
 */
export function serviceContext(
  env: Env,
  config: Config,
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
