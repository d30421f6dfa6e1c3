// How a batch reaches the books whatever happens on the way: a lost commit is settled before anyone is
// answered, a passing fault is tried again, and a batch that Postgres refuses is split until the culprit
// stands alone.
import { faultOf, postgresErrorOf } from "../db/postgres-error.ts";
import type { MoneyCommand, MoneyOutcome } from "../domain/command.ts";
import { BATCH_RETRY_MAX, RETRY_WAIT_MS } from "../domain/limits.ts";
import { logLine } from "../log/log-line.ts";
import { ConnectionLost, type LedgerConnection } from "./ledger-connection.ts";
import { type Attempt, postBatch, wasCommitted, withPostedAt } from "./store.ts";

type Outcomes = readonly MoneyOutcome[];

const waitBeforeRetry = (tried: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, RETRY_WAIT_MS * 2 ** tried));

// Another writer was just faster with the same command or key: the next try finds what it wrote.
const REPEATS: ReadonlySet<string> = new Set([
  "transactions_pkey",
  "transactions_reference_unique",
  "entries_pkey",
  "entries_wallet_id_seq_unique",
  "idempotency_keys_pkey",
]);

/** What an error says about trying the same batch again. */
export function natureOf(error: unknown): "lost" | "passing" | "refused" {
  const postgres = postgresErrorOf(error);
  if (error instanceof ConnectionLost || !postgres) return "lost";
  const { sqlstate, constraint } = postgres;
  // 08 connection exceptions, 57P operator intervention: the server went away. 53: it has no room.
  if (/^(08|57P|53)/.test(sqlstate)) return "lost";
  // 40 deadlock and serialization, 55P03 lock not available, 57014 statement timeout.
  if (/^(40|55P03|57014)/.test(sqlstate)) return "passing";
  return sqlstate === "23505" && REPEATS.has(constraint ?? "") ? "passing" : "refused";
}

/** Posts a batch and always answers for every command, in order. */
export async function groupCommit(
  connection: LedgerConnection,
  commands: readonly MoneyCommand[],
): Promise<Outcomes> {
  let refusal: unknown;
  for (let tried = 0; tried <= BATCH_RETRY_MAX; tried++) {
    if (tried > 0) await waitBeforeRetry(tried);
    let decided: Attempt | null = null;
    const nowMs = Date.now();
    try {
      return await connection.run((db) =>
        postBatch(db, commands, nowMs, (attempt) => {
          decided = attempt;
        }),
      );
    } catch (error) {
      const nature = natureOf(error);
      refusal = nature === "lost" ? undefined : error;
      const facts = { nature, tried, commands: commands.length, fault: faultOf(error) };
      console.warn(logLine("batch_failed", facts));
      if (nature === "lost") {
        connection.drop();
        const settled = decided && (await settle(connection, decided));
        if (settled) return settled;
      }
      if (nature === "refused") break;
    }
  }
  if (refusal === undefined) return commands.map(() => ({ kind: "busy" }));
  return splitOrRefuse(connection, commands, refusal);
}

/**
 * The fate of a commit whose answer was lost: its outcomes, null when it may be tried again (it never
 * happened, or wrote audit events alone, which may stand twice but not be missing), or unknown.
 */
async function settle(connection: LedgerConnection, attempt: Attempt): Promise<Outcomes | null> {
  if (attempt.transactionIds.length === 0) {
    return attempt.isReadOnly ? withPostedAt(attempt.outcomes) : null;
  }
  for (let tried = 0; tried <= BATCH_RETRY_MAX; tried++) {
    await waitBeforeRetry(tried);
    try {
      return await connection.run((db) => wasCommitted(db, attempt));
    } catch (error) {
      console.warn(logLine("commit_fate_unread", { tried, fault: faultOf(error) }));
      connection.drop();
    }
  }
  return attempt.outcomes.map(() => ({ kind: "unknown" }));
}

async function splitOrRefuse(
  connection: LedgerConnection,
  commands: readonly MoneyCommand[],
  error: unknown,
): Promise<Outcomes> {
  if (commands.length > 1) {
    const middle = Math.ceil(commands.length / 2);
    const first = await groupCommit(connection, commands.slice(0, middle));
    return [...first, ...(await groupCommit(connection, commands.slice(middle)))];
  }
  if (natureOf(error) === "passing") return [{ kind: "busy" }];
  return [{ kind: "faulty", fault: faultOf(error) }];
}
