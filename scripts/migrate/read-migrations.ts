import { readFileSync } from "node:fs";
import path from "node:path";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { CliError } from "../cli-error.ts";

/**
 * How one statement runs.
 * - plain: once, in the file's transaction or by itself.
 * - repeat: again and again, each time in a transaction of its own, until it affects no row.
 * - concurrently: builds or drops an index; it waits for older transactions without being in anybody's way.
 */
export type StepKind = "plain" | "repeat" | "concurrently";

export interface Step {
  readonly sql: string;
  readonly kind: StepKind;
}

export interface Migration {
  /** The file's name without its ending. */
  readonly name: string;
  readonly hash: string;
  /** Its time in drizzle's journal, which drizzle's table tells migrations apart by. */
  readonly journalMs: number;
  readonly isTransaction: boolean;
  readonly steps: readonly Step[];
}

export const NO_TRANSACTION = "-- migrate: no transaction";
export const REPEAT = "-- migrate: repeat until no row";

const CONCURRENTLY = /^(CREATE (UNIQUE )?INDEX|DROP INDEX|REINDEX \w+) CONCURRENTLY\b/i;

/** Reads drizzle's journal and its files, in the journal's order. */
export function readMigrations(folder: string): Migration[] {
  const journal = JSON.parse(readFileSync(path.join(folder, "meta/_journal.json"), "utf8")) as {
    entries: { tag: string }[];
  };
  return readMigrationFiles({ migrationsFolder: folder }).map((file, i) => ({
    name: journal.entries[i]?.tag ?? "",
    hash: file.hash,
    journalMs: file.folderMillis,
    ...readStatements(journal.entries[i]?.tag ?? "", file.sql),
  }));
}

/** Reads the directives of one file, split at its breakpoints; throws a CliError for an unknown one. */
export function readStatements(
  name: string,
  statements: readonly string[],
): Pick<Migration, "isTransaction" | "steps"> {
  const [header = ""] = statements;
  const isTransaction = !leadingLines(header).includes(NO_TRANSACTION);
  const steps = statements
    .filter((sql) => withoutLeadingLines(sql) !== "")
    .map((sql) => ({ sql, kind: kindOf(sql) }));
  for (const line of statements.join("\n").split("\n")) {
    const isKnown = [NO_TRANSACTION, REPEAT].includes(line.trimEnd());
    if (/^\s*--\s*migrate\b/i.test(line) && !isKnown) {
      throw new CliError(`${name}: unknown directive: ${line.trim()}`);
    }
  }
  if (isTransaction && steps.some(({ kind }) => kind !== "plain")) {
    throw new CliError(`${name}: what it repeats or builds concurrently needs ${NO_TRANSACTION}`);
  }
  return { isTransaction, steps };
}

function kindOf(sql: string): StepKind {
  if (leadingLines(sql).includes(REPEAT)) return "repeat";
  const text = withoutLeadingLines(sql).replace(/\s+/g, " ");
  return CONCURRENTLY.test(text) ? "concurrently" : "plain";
}

/** The comment lines that open a statement. */
function leadingLines(sql: string): string[] {
  const lines = sql.trim().split("\n");
  const end = lines.findIndex((line) => line.trim() !== "" && !line.startsWith("--"));
  return lines.slice(0, end === -1 ? lines.length : end).map((line) => line.trimEnd());
}

function withoutLeadingLines(sql: string): string {
  const lines = sql.trim().split("\n");
  return lines.slice(leadingLines(sql).length).join("\n").trim();
}
