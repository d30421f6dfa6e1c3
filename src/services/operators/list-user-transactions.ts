import { sql } from "drizzle-orm";
import { runCompiledQuery } from "../../db/compiled-query.ts";
import { insertOperatorEvent, type OperatorAct, userAsSubject } from "../../db/operator.ts";
import type { TransactionFilter } from "../../domain/history.ts";
import type { UserId } from "../../domain/ids.ts";
import { microsOf, type UnixMicros } from "../../domain/instant.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import { type Page, type PageRequest, pageOf } from "../../domain/page.ts";
import type { Transaction } from "../../domain/transaction.ts";
import { OPERATOR_ROLES } from "../../domain/user.ts";
import { disableBitmapScans, waitForCommits } from "../../ledger/history-reads.ts";
import { transactionOf } from "../../ledger/history-rows.ts";
import { compiledTransactions } from "../../ledger/transaction-pages.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { type LookupRefusal, lookUp } from "./acts/look-up.ts";

const LIST: OperatorAct = { roles: OPERATOR_ROLES, type: "transactions_looked_up" };

/**
 * The transactions of a user as they see them, without the counterparty's name, last committed first. A wallet in the filter must be
 * that user's.
 */
export async function listUserTransactions(
  ctx: ServiceContext,
  caller: Caller,
  userId: UserId,
  filter: TransactionFilter,
  page: PageRequest<UnixMicros>,
): Promise<
  Outcome<Page<Transaction, UnixMicros>, LookupRefusal | "user_not_found" | "wallet_not_found">
> {
  const { walletId, toMicros } = filter;
  const from = userAsSubject(caller, LIST, userId);
  const found = await lookUp(ctx, caller, LIST, userId, (db) => {
    const { query, values } = compiledTransactions(userId, filter, page);
    return [
      db.execute(insertOperatorEvent(caller, LIST, { from }, ctx.nowMs())),
      db.execute<{ is_owner: boolean }>(sql`
        SELECT ${walletId}::uuid IS NULL OR EXISTS (SELECT FROM wallets w
          WHERE w.id = ${walletId} AND w.owner_id = u.id) AS is_owner, ${disableBitmapScans}
        FROM users u WHERE u.id = ${userId}`),
      db.execute(toMicros === null ? sql`SELECT` : waitForCommits(toMicros)),
      runCompiledQuery(db, query, values),
    ];
  });
  if (!found.ok) return found;
  const [, people, , { rows }] = found.value;
  const [user] = people.rows;
  if (!user) return refuse("user_not_found");
  if (!user.is_owner) return refuse("wallet_not_found");
  return done(pageOf(rows.map(transactionOf), page, ({ postedAt }) => microsOf(postedAt)));
}
