import { type SQL, sql } from "drizzle-orm";
import { callerAsSubject, insertOperatorEvent, type OperatorAct } from "../../db/operator.ts";
import type { FundingDirection } from "../../domain/funding.ts";
import type { FundingId } from "../../domain/ids.ts";
import { done, type Outcome } from "../../domain/outcome.ts";
import { type Page, type PageRequest, pageOf } from "../../domain/page.ts";
import { OPERATOR_ROLES } from "../../domain/user.ts";
import {
  WAITING_DEPOSITS,
  WAITING_WITHDRAWALS,
  type WaitingDeposit,
  type WaitingWithdrawal,
} from "../../domain/waiting-funding.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { depositOf, withdrawalOf } from "../funding/funding-row.ts";
import {
  selectWaitingFunding,
  type WaitingFundingRow,
  waitingOf,
} from "../funding/waiting-funding-row.ts";
import { type LookupRefusal, lookUp } from "./acts/look-up.ts";

const LIST: OperatorAct = { roles: OPERATOR_ROLES, type: "operators_listed" };

type Listed<Item extends { readonly id: FundingId }> = Promise<
  Outcome<Page<Item, Item["id"]>, LookupRefusal>
>;

/** The deposits of all users that wait for the provider, oldest first. */
export function listWaitingDeposits(
  ctx: ServiceContext,
  caller: Caller,
  page: PageRequest<WaitingDeposit["id"]>,
): Listed<WaitingDeposit> {
  const itemOf = (row: WaitingFundingRow) => ({ ...depositOf(row), ...waitingOf(row) });
  return listWaiting(ctx, caller, "deposit", WAITING_DEPOSITS, page, itemOf);
}

/** The withdrawals of all users in this status, or in each in which they wait, oldest first. */
export function listWaitingWithdrawals(
  ctx: ServiceContext,
  caller: Caller,
  status: (typeof WAITING_WITHDRAWALS)[number] | null,
  page: PageRequest<WaitingWithdrawal["id"]>,
): Listed<WaitingWithdrawal> {
  const itemOf = (row: WaitingFundingRow) => ({ ...withdrawalOf(row), ...waitingOf(row) });
  const statuses = status === null ? WAITING_WITHDRAWALS : [status];
  return listWaiting(ctx, caller, "withdrawal", statuses, page, itemOf);
}

async function listWaiting<Item extends WaitingDeposit | WaitingWithdrawal>(
  ctx: ServiceContext,
  caller: Caller,
  direction: FundingDirection,
  statuses: readonly string[],
  page: PageRequest<Item["id"]>,
  itemOf: (row: WaitingFundingRow) => Item,
): Listed<Item> {
  const from = callerAsSubject(caller, LIST);
  const details: SQL = sql`jsonb_build_object('list', ${`${direction}s`}::text)`;
  const found = await lookUp(ctx, caller, LIST, null, (db) => [
    db.execute(insertOperatorEvent(caller, LIST, { from, details }, ctx.nowMs())),
    db.execute<WaitingFundingRow>(selectWaitingFunding(direction, statuses, page)),
  ]);
  if (!found.ok) return found;
  return done(pageOf(found.value[1].rows.map(itemOf), page, ({ id }) => id));
}
