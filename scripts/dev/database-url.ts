import { CliError } from "../cli-error.ts";
import { startDevPostgres } from "../postgres/dev-postgres.ts";
import { claimRun, liveRun } from "./run-lock.ts";

/**
 * Does a piece of work with a database: the one that DATABASE_URL names, else this checkout's own,
 * which is started for the work when no `npm start` runs.
 */
export async function withDatabaseUrl<T>(work: (databaseUrl: string) => Promise<T>): Promise<T> {
  if (process.env.DATABASE_URL) return work(process.env.DATABASE_URL);
  const running = liveRun();
  if (running) {
    if (running.databaseUrl) return work(running.databaseUrl);
    throw new CliError(`${running.title} is still starting: try again in a moment`);
  }
  const lock = await claimRun("another command with the database");
  try {
    const postgres = await startDevPostgres();
    try {
      return await work(postgres.url);
    } finally {
      await postgres.stop();
    }
  } finally {
    lock.release();
  }
}
