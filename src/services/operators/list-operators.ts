import { sql } from "drizzle-orm";
import { callerAsSubject, insertOperatorEvent, type OperatorAct } from "../../db/operator.ts";
import type { UserId } from "../../domain/ids.ts";
import { done, type Outcome } from "../../domain/outcome.ts";
import { type Page, type PageRequest, pageOf, rowsToSelect } from "../../domain/page.ts";
import type { Account } from "../../domain/user.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { type AccountRow, accountOf, selectAccounts } from "./acts/account-row.ts";
import { type LookupRefusal, lookUp } from "./acts/look-up.ts";

const LIST: OperatorAct = { roles: ["admin"], type: "operators_listed" };

/** All users with a role, oldest account first, for access reviews. */
export async function listOperators(
  ctx: ServiceContext,
  caller: Caller,
  page: PageRequest<UserId>,
): Promise<Outcome<Page<Account, UserId>, LookupRefusal>> {
  const isNext = page.after ? sql`t.id > ${page.after}` : sql`true`;
  const from = callerAsSubject(caller, LIST);
  const found = await lookUp(ctx, caller, LIST, null, (db) => [
    db.execute(insertOperatorEvent(caller, LIST, { from }, ctx.nowMs())),
    db.execute<AccountRow>(
      sql`${selectAccounts(sql`t.role <> 'user' AND ${isNext}`)} LIMIT ${rowsToSelect(page)}`,
    ),
  ]);
  if (!found.ok) return found;
  return done(pageOf(found.value[1].rows.map(accountOf), page, ({ id }) => id));
}
