// Messages that report what a command did, written in its commit.
import { sql } from "drizzle-orm";
import type { MoneyCommand } from "../domain/command.ts";
import type { MessageId } from "../domain/ids.ts";
import type { Decision } from "./case.ts";
import { type LedgerTransaction, prepareStatement } from "./prepared-statement.ts";

const of = (name: string) => sql.placeholder(name);

// A user whose account was deleted meanwhile gets none.
const writeStatement = prepareStatement<{ id: MessageId }>(
  "write_notices",
  sql`
    INSERT INTO messages (id, user_id, kind, sealed, created_at, due_at, expires_at)
    SELECT m.id, m.user_id, m.kind, m.sealed, now(), now(), now() + make_interval(secs => m.ttl)
    FROM unnest(${of("ids")}::uuid[], ${of("user_ids")}::uuid[], ${of("kinds")}::text[],
      ${of("sealed")}::text[], ${of("ttls")}::int[]) AS m (id, user_id, kind, sealed, ttl)
    JOIN users u ON u.id = m.user_id AND u.deleted_at IS NULL`,
);

/** Writes the notices of the commands that succeed; no statement if there are none. */
export async function writeNotices(
  tx: LedgerTransaction,
  commands: readonly MoneyCommand[],
  { verdicts }: Pick<Decision, "verdicts">,
): Promise<void> {
  const notices = commands.flatMap((command, i) => {
    const verdict = verdicts[i];
    const isDone = verdict?.kind === "recorded" && verdict.transaction.status === "success";
    return isDone ? (command.notices ?? []) : [];
  });
  if (notices.length === 0) return;
  await writeStatement(tx, {
    ids: notices.map(({ id }) => id),
    user_ids: notices.map(({ userId }) => userId),
    kinds: notices.map(({ kind }) => kind),
    sealed: notices.map(({ sealed }) => sealed),
    ttls: notices.map(({ ttlSeconds }) => ttlSeconds),
  });
}
