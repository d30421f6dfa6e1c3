import { sql } from "drizzle-orm";
import { runCompiledQuery } from "../../db/compiled-query.ts";
import type {
  Deposit,
  FundingDirection,
  FundingPosition,
  Withdrawal,
} from "../../domain/funding.ts";
import type { TransactionFilter } from "../../domain/history.ts";
import { microsOf } from "../../domain/instant.ts";
import { done, type Outcome } from "../../domain/outcome.ts";
import { type Page, type PageRequest, pageOf, rowsToSelect } from "../../domain/page.ts";
import { type TransactionRow, transactionOf } from "../../ledger/history-rows.ts";
import { compiledTransactions } from "../../ledger/transaction-pages.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { readInSession } from "../identity/sessions/read-in-session.ts";
import { depositOf, type FundingRow, selectFunding, withdrawalOf } from "./funding-row.ts";
import { depositOfTransaction, withdrawalOfTransaction } from "./simulated-funding.ts";

type Listed<Item> = Promise<Outcome<Page<Item, FundingPosition>, "session_ended">>;

/** The caller's deposits, newest first. */
export function listDeposits(
  ctx: ServiceContext,
  caller: Caller,
  page: PageRequest<FundingPosition>,
): Listed<Deposit> {
  if (ctx.config.funding.provider === "simulated") {
    return listSimulated(ctx, caller, "deposit", page, depositOfTransaction);
  }
  return listIntents(ctx, caller, "deposit", page, depositOf);
}

/** The caller's withdrawals, newest first. */
export function listWithdrawals(
  ctx: ServiceContext,
  caller: Caller,
  page: PageRequest<FundingPosition>,
): Listed<Withdrawal> {
  if (ctx.config.funding.provider === "simulated") {
    return listSimulated(ctx, caller, "withdrawal", page, withdrawalOfTransaction);
  }
  return listIntents(ctx, caller, "withdrawal", page, withdrawalOf);
}

async function listIntents<Item extends Deposit | Withdrawal>(
  ctx: ServiceContext,
  caller: Caller,
  direction: FundingDirection,
  page: PageRequest<FundingPosition>,
  itemOf: (row: FundingRow) => Item,
): Listed<Item> {
  const isNext = typeof page.after === "string" ? sql`f.id < ${page.after}` : sql`true`;
  const select = selectFunding(direction, sql`f.user_id = ${caller.userId} AND ${isNext}`);
  const read = await readInSession(ctx, caller, (db) => [
    db.execute<FundingRow>(sql`${select} LIMIT ${rowsToSelect(page)}`),
  ]);
  if (!read.ok) return read;
  return done(pageOf(read.value[0].rows.map(itemOf), page, ({ id }) => id));
}

const UNFILTERED: Omit<TransactionFilter, "type"> = {
  status: null,
  direction: null,
  walletId: null,
  currency: null,
  fromMicros: null,
  toMicros: null,
  text: null,
};

async function listSimulated<Item>(
  ctx: ServiceContext,
  caller: Caller,
  direction: FundingDirection,
  { after, limit }: PageRequest<FundingPosition>,
  itemOf: (transaction: ReturnType<typeof transactionOf>) => Item,
): Listed<Item> {
  const filter = { ...UNFILTERED, type: direction === "deposit" ? "DEPOSIT" : "WITHDRAW" } as const;
  const page = { after: typeof after === "bigint" ? after : null, limit };
  const read = await readInSession(ctx, caller, (db) => {
    const { query, values } = compiledTransactions(caller.userId, filter, page);
    return [runCompiledQuery<TransactionRow>(db, query, values)];
  });
  if (!read.ok) return read;
  const transactions = read.value[0].rows.map(transactionOf);
  const { items, next } = pageOf(transactions, page, ({ postedAt }) => microsOf(postedAt));
  return done({ items: items.map(itemOf), next });
}
