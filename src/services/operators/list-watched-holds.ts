import { sql } from "drizzle-orm";
import { callerAsSubject, insertOperatorEvent, type OperatorAct } from "../../db/operator.ts";
import type { WatchedHold, WatchedHoldPosition, WatchedHoldState } from "../../domain/hold.ts";
import { done, type Outcome } from "../../domain/outcome.ts";
import { type Page, type PageRequest, pageOf } from "../../domain/page.ts";
import { OPERATOR_ROLES } from "../../domain/user.ts";
import {
  selectWatchedHolds,
  type WatchedHoldRow,
  watchedHoldOf,
} from "../../ledger/watched-holds.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { type LookupRefusal, lookUp } from "./acts/look-up.ts";

const LIST: OperatorAct = { roles: OPERATOR_ROLES, type: "operators_listed" };

/**
 * The holds of all users that expired without a capture, the last first; or those that are open,
 * the next to expire first.
 */
export async function listWatchedHolds(
  ctx: ServiceContext,
  caller: Caller,
  state: WatchedHoldState,
  page: PageRequest<WatchedHoldPosition>,
): Promise<Outcome<Page<WatchedHold, WatchedHoldPosition>, LookupRefusal>> {
  const from = callerAsSubject(caller, LIST);
  const details = sql`'{"list": "holds"}'`;
  const found = await lookUp(ctx, caller, LIST, null, (db) => [
    db.execute(insertOperatorEvent(caller, LIST, { from, details }, ctx.nowMs())),
    db.execute<WatchedHoldRow>(selectWatchedHolds(state, page)),
  ]);
  if (!found.ok) return found;
  const holds = found.value[1].rows.map(watchedHoldOf);
  return done(pageOf(holds, page, ({ expiresAtMicros, id }) => ({ expiresAtMicros, id })));
}
