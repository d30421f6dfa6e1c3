import type pg from "pg";
import { CliError } from "../cli-error.ts";
import { dropInvalidIndex } from "./invalid-index.ts";
import { type Runner, withLockRetries } from "./lock-waits.ts";
import type { Migration, Step } from "./read-migrations.ts";

const PROGRESS_EVERY_MS = 5_000;

/** Applies one migration and records it; what is interrupted is not recorded and is done again. */
export async function applyMigration(runner: Runner, migration: Migration): Promise<void> {
  if (!migration.isTransaction) {
    for (const step of migration.steps) await runStep(runner, migration.name, step);
    return record(runner.client, migration);
  }
  await withLockRetries(runner, migration.name, false, () =>
    inTransaction(runner.client, async () => {
      for (const { sql } of migration.steps) await runner.client.query(sql);
      await record(runner.client, migration);
    }),
  );
}

async function runStep(runner: Runner, name: string, step: Step): Promise<void> {
  const { client } = runner;
  switch (step.kind) {
    case "plain":
      return withLockRetries(runner, name, false, async () => void (await client.query(step.sql)));
    case "concurrently":
      return withLockRetries(runner, name, true, async () => {
        const dropped = await dropInvalidIndex(client, step.sql);
        if (dropped) runner.report(`${name}: dropped ${dropped}, which was not built to its end`);
        await client.query(step.sql);
      });
    case "repeat":
      return repeat(runner, name, step.sql);
  }
}

async function repeat(runner: Runner, name: string, sql: string): Promise<void> {
  const { client } = runner;
  let total = 0;
  let reportedAt = Date.now();
  for (;;) {
    const { rowCount } = await withLockRetries(runner, name, false, () =>
      inTransaction(client, () => client.query(sql)),
    );
    // DO and the like tell no number: they would be repeated for ever, or once.
    if (rowCount === null) throw new CliError(`${name}: what is repeated must count its rows`);
    total += rowCount;
    const isDone = rowCount === 0;
    if (Date.now() - reportedAt >= PROGRESS_EVERY_MS || (isDone && total > 0)) {
      runner.report(`${name}: ${total} rows${isDone ? "" : " so far"}`);
      reportedAt = Date.now();
    }
    if (isDone) return;
  }
}

async function inTransaction<Result>(
  client: pg.Client,
  work: () => Promise<Result>,
): Promise<Result> {
  await client.query("BEGIN");
  try {
    const result = await work();
    await client.query("COMMIT");
    return result;
  } catch (error) {
    // Without a connection there is nothing to roll back: the first error tells more.
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  }
}

async function record(client: pg.Client, { hash, journalMs }: Migration): Promise<void> {
  await client.query(
    "INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ($1, $2)",
    [hash, journalMs],
  );
}
