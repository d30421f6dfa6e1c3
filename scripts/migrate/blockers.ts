import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";

/** A session that holds a lock that another session waits for. Its query is left out: it may carry personal data. */
export interface Blocker {
  readonly pid: number;
  readonly description: string;
  readonly isAutovacuum: boolean;
}

/** Looks again and again who blocks `pid`, until the signal; tells each time that somebody does. */
export async function watchBlockers(
  watcher: pg.Client,
  pid: number,
  everyMs: number,
  signal: AbortSignal,
  onBlockers: (blockers: readonly Blocker[]) => void,
): Promise<void> {
  while (!signal.aborted) {
    // Only names somebody in an error message: without it the migration goes on all the same.
    const blockers = await findBlockers(watcher, pid).catch(() => []);
    if (blockers.length > 0) onBlockers(blockers);
    await sleep(everyMs, undefined, { signal }).catch(() => {});
  }
}

export function describeBlockers(blockers: readonly Blocker[]): string {
  if (blockers.length === 0) return "no session was seen to hold them";
  const all = blockers.map(({ description }) => description).join("; ");
  return `blocked by ${all}. End such a transaction (pg_terminate_backend), or try again later`;
}

async function findBlockers(watcher: pg.Client, pid: number): Promise<Blocker[]> {
  // A role without pg_read_all_stats sees of other roles' sessions little more than the number.
  const { rows } = await watcher.query(
    `SELECT pid, backend_type = 'autovacuum worker' AS is_autovacuum,
       concat_ws(', ', coalesce(nullif(application_name, ''), backend_type), 'user ' || usename, state,
         'its transaction open for ' || extract(epoch FROM clock_timestamp() - xact_start)::int || ' s'
       ) AS words
     FROM pg_stat_activity WHERE pid = ANY (pg_blocking_pids($1)) ORDER BY xact_start LIMIT 5`,
    [pid],
  );
  return rows.map((row) => ({
    pid: row.pid,
    description: `session ${row.pid} (${row.words})`,
    isAutovacuum: row.is_autovacuum === true,
  }));
}
