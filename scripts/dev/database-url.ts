import { CliError } from "../cli-error.ts";
import { hasDevPostgres, startDevPostgres } from "../postgres/dev-postgres.ts";
import { dataRoot } from "../system/places.ts";
import { claimRun, liveRun, type RunRecord, runsOfCheckout } from "./run-lock.ts";

/**
 * Calls `work` with a database: the one of DATABASE_URL, else that of a run of this checkout, else the
 * checkout's own, which is started for the work. Throws a CliError when there is none: an empty database
 * is never made here.
 */
export async function withDatabaseUrl<T>(work: (databaseUrl: string) => Promise<T>): Promise<T> {
  if (process.env.DATABASE_URL) return work(process.env.DATABASE_URL);
  const running = findRun();
  if (running) {
    if (running.databaseUrl) return work(running.databaseUrl);
    throw new CliError(`${running.title} is still starting: try again in a moment`);
  }
  if (!hasDevPostgres()) {
    throw new CliError(
      `there is no database in ${dataRoot}: run npm start first, or set DATABASE_URL, or set MAHFAZA_DATA as for npm start`,
    );
  }
  return withOwnPostgres(work);
}

/** The live run whose database is meant: that of MAHFAZA_DATA, or the only one of the checkout. */
function findRun(): RunRecord | null {
  const own = liveRun();
  if (own || process.env.MAHFAZA_DATA) return own;
  const [only, ...others] = runsOfCheckout();
  if (!only) return null;
  if (others.length > 0) {
    const folders = [only, ...others].map(({ folder }) => folder).join(" or ");
    throw new CliError(`several runs of this checkout are alive: set MAHFAZA_DATA to ${folders}`);
  }
  console.error(`mahfaza: using the database of ${only.run.title} in ${only.folder}`);
  return only.run;
}

async function withOwnPostgres<T>(work: (databaseUrl: string) => Promise<T>): Promise<T> {
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
