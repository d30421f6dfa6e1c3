import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { CliError } from "../cli-error.ts";
import { type Blocker, describeBlockers, watchBlockers } from "./blockers.ts";
import { openSession } from "./session.ts";

/** How long the runner waits for locks, and how often it asks again. */
export interface LockWaits {
  /**
   * A statement that waits for a lock blocks all later statements on the table, reads too. So it waits
   * at most this long, times out and is retried.
   */
  readonly lockTimeoutMs: number;
  readonly attemptsMax: number;
  readonly pauseMaxMs: number;
  /** An index that is built concurrently waits for older transactions, and nobody waits for it. */
  readonly concurrentTimeoutMs: number;
  readonly concurrentAttemptsMax: number;
}

export const LOCK_WAITS: LockWaits = {
  lockTimeoutMs: 500,
  attemptsMax: 40,
  pauseMaxMs: 2_000,
  concurrentTimeoutMs: 600_000,
  concurrentAttemptsMax: 3,
};

const PAUSE_FIRST_MS = 100;
// Postgres ends an autovacuum that is in somebody's way, but only for who has waited deadlock_timeout.
const AUTOVACUUM_YIELDS_MS = 300;

const LOCK_NOT_AVAILABLE = "55P03";
const DEADLOCK_DETECTED = "40P01";

/** The session that migrates, and how it waits. */
export interface Runner {
  readonly client: pg.Client;
  readonly databaseUrl: string;
  readonly waits: LockWaits;
  report(line: string): void;
}

/**
 * Runs the work, which must undo itself when it fails, until it is not stopped by a lock. Throws a CliError,
 * with the sessions that held it, when the attempts are used up.
 */
export async function withLockRetries<Result>(
  runner: Runner,
  name: string,
  isConcurrent: boolean,
  work: () => Promise<Result>,
): Promise<Result> {
  const { client, waits } = runner;
  const attemptsMax = isConcurrent ? waits.concurrentAttemptsMax : waits.attemptsMax;
  let timeoutMs = isConcurrent ? waits.concurrentTimeoutMs : waits.lockTimeoutMs;
  let blockers: readonly Blocker[] = [];
  for (let attempt = 1; ; attempt++) {
    await client.query(`SET lock_timeout = ${timeoutMs}`);
    try {
      // The first attempt mostly succeeds: a second session is opened for none but those after it.
      if (attempt === 1 && !isConcurrent) return await work();
      return await watched(runner, work, (seen) => {
        blockers = seen;
      });
    } catch (error) {
      const { code } = error as { code?: string };
      if (code !== LOCK_NOT_AVAILABLE && code !== DEADLOCK_DETECTED) throw error;
      if (attempt >= attemptsMax) {
        throw new CliError(
          `${name} did not get its locks in ${attempt} attempts: ${describeBlockers(blockers)}`,
        );
      }
      runner.report(`${name}: waits for a lock (${attempt} of ${attemptsMax} attempts)`);
      if (!isConcurrent && blockers.some(({ isAutovacuum }) => isAutovacuum)) {
        timeoutMs = Math.max(timeoutMs, (await deadlockTimeoutMs(client)) + AUTOVACUUM_YIELDS_MS);
      }
      const pauseMs = Math.min(PAUSE_FIRST_MS * 2 ** (attempt - 1), waits.pauseMaxMs);
      await sleep(pauseMs * (0.5 + Math.random() / 2));
    }
  }
}

/** Runs the work while a second session looks who is in its way. */
async function watched<Result>(
  { client, databaseUrl, waits }: Runner,
  work: () => Promise<Result>,
  onBlockers: (blockers: readonly Blocker[]) => void,
): Promise<Result> {
  const { rows } = await client.query("SELECT pg_backend_pid() AS pid");
  const watcher = await openSession(databaseUrl);
  const isDone = new AbortController();
  const lookEveryMs = waits.lockTimeoutMs / 4;
  const watching = watchBlockers(watcher, rows[0].pid, lookEveryMs, isDone.signal, onBlockers);
  try {
    return await work();
  } finally {
    isDone.abort();
    await watching;
    await watcher.end().catch(() => {});
  }
}

async function deadlockTimeoutMs(client: pg.Client): Promise<number> {
  const { rows } = await client.query(
    "SELECT setting FROM pg_settings WHERE name = 'deadlock_timeout'",
  );
  return Number(rows[0]?.setting ?? 1_000);
}
