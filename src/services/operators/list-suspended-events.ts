import { sql } from "drizzle-orm";
import { callerAsSubject, insertOperatorEvent, type OperatorAct } from "../../db/operator.ts";
import type { FundingEvent } from "../../domain/funding.ts";
import type { FundingEventId, UserId, WalletId } from "../../domain/ids.ts";
import { done, type Outcome } from "../../domain/outcome.ts";
import { type Page, type PageRequest, pageOf, rowsToSelect } from "../../domain/page.ts";
import { OPERATOR_ROLES } from "../../domain/user.ts";
import type { Caller, ServiceContext } from "../context.ts";
import {
  eventColumns,
  type FundingEventRow,
  fundingEventOf,
} from "../funding/funding-event-row.ts";
import { type LookupRefusal, lookUp } from "./acts/look-up.ts";
import { isUnresolved } from "./acts/unresolved-event.ts";

const LIST: OperatorAct = { roles: OPERATOR_ROLES, type: "operators_listed" };

type Row = FundingEventRow & {
  readonly user_id: UserId | null;
  readonly wallet_id: WalletId | null;
};

/** The provider's events in suspense that no approved adjustment has resolved, oldest first. */
export async function listSuspendedEvents(
  ctx: ServiceContext,
  caller: Caller,
  page: PageRequest<FundingEventId>,
): Promise<Outcome<Page<FundingEvent, FundingEventId>, LookupRefusal>> {
  const isNext = page.after ? sql`e.id > ${page.after}` : sql`true`;
  const from = callerAsSubject(caller, LIST);
  const details = sql`'{"list": "funding_events"}'`;
  const found = await lookUp(ctx, caller, LIST, null, (db) => [
    db.execute(insertOperatorEvent(caller, LIST, { from, details }, ctx.nowMs())),
    db.execute<Row>(sql`
      SELECT ${eventColumns}, f.user_id, f.wallet_id
      FROM funding_events e LEFT JOIN funding_intents f ON f.reference = e.reference
      WHERE e.decision = 'suspense' AND ${isNext} AND ${isUnresolved(sql`e.id`)}
      ORDER BY e.id LIMIT ${rowsToSelect(page)}`),
  ]);
  if (!found.ok) return found;
  return done(pageOf(found.value[1].rows.map(fundingEventOf), page, ({ id }) => id));
}
