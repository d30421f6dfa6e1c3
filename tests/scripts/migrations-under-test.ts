import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import type { MigrateOptions } from "../../scripts/migrate.ts";
import type { RunningCluster } from "../../scripts/postgres/start-cluster.ts";
import { startThrowawayPostgres } from "../../scripts/postgres/throwaway-postgres.ts";

/** A Postgres of the file's own, empty before each test, with a session for the test itself. */
export function useEmptyDatabase() {
  let postgres: RunningCluster;
  let client: pg.Client;
  beforeAll(async () => {
    postgres = await startThrowawayPostgres();
  });
  afterAll(() => postgres?.stop());
  beforeEach(async () => {
    client = await connect(postgres.url);
    await client.query(`DROP SCHEMA IF EXISTS drizzle CASCADE; DROP SCHEMA public CASCADE;
      CREATE SCHEMA public`);
  });
  afterEach(() => client.end());
  return {
    get url() {
      return postgres.url;
    },
    get client() {
      return client;
    },
    async rows(text: string) {
      return (await client.query(text)).rows;
    },
  };
}

export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: "a-long-read" });
  client.on("error", () => {});
  await client.connect();
  return client;
}

/** Folders with drizzle's journal and these files, gone after each test. */
export function useFolders() {
  const made: string[] = [];
  afterEach(() => {
    for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
  });
  return (files: Readonly<Record<string, string>>): string => {
    const folder = mkdtempSync(path.join(tmpdir(), "mahfaza-migrations-"));
    made.push(folder);
    mkdirSync(path.join(folder, "meta"));
    const entries = Object.keys(files).map((tag, idx) => ({
      idx,
      version: "7",
      when: 1_000 + idx,
      tag,
      breakpoints: true,
    }));
    const journal = { version: "7", dialect: "postgresql", entries };
    writeFileSync(path.join(folder, "meta/_journal.json"), JSON.stringify(journal));
    for (const [tag, text] of Object.entries(files)) {
      writeFileSync(path.join(folder, `${tag}.sql`), text);
    }
    return folder;
  };
}

/** The reports of a run, and options that write them there. */
export function quietly(options: MigrateOptions = {}) {
  const lines: string[] = [];
  return { lines, options: { report: (line: string) => void lines.push(line), ...options } };
}
