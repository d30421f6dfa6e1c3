import { type SQL, sql } from "drizzle-orm";
import type { HttpDatabase } from "../../../db/connect.ts";
import {
  insertOperatorEvent,
  type OperatorAct,
  type OperatorRefusal,
  operatorIsAllowed,
} from "../../../db/operator.ts";
import { users } from "../../../db/schema/index.ts";
import { userColumns, userOf } from "../../../db/user-row.ts";
import { verifiedContactsOf } from "../../../domain/contact.ts";
import type { FreezeReason, UnfreezeReason } from "../../../domain/freeze.ts";
import type { UserId } from "../../../domain/ids.ts";
import type { MessageContent } from "../../../domain/message.ts";
import { done, type Outcome, type Refused, refuse } from "../../../domain/outcome.ts";
import { UNANNOUNCED_REASONS } from "../../../domain/suspension.ts";
import type { Account } from "../../../domain/user.ts";
import { type ActWait, type BoundedAct, refusalOfAct } from "../../audit/bounded-act.ts";
import type { Caller, ServiceContext } from "../../context.ts";
import { deliverSoon } from "../../messages/deliver-soon.ts";
import { putMessages } from "../../messages/put-messages.ts";
import { type SealedMessage, sealMessages } from "../../messages/seal-message.ts";
import { type AccountRow, accountOf, selectAccounts } from "./account-row.ts";
import { actAsOperator } from "./act-as-operator.ts";

/** A suspension, or the end of one. */
export interface SuspensionChange<Code extends string> {
  readonly act: OperatorAct;
  readonly reason: FreezeReason | UnfreezeReason;
  /** Bounds the changes of this kind; null for one that is always possible. */
  readonly bound: BoundedAct | null;
  /** The condition on the user `t` under which the change is made. */
  readonly only: SQL;
  /** The SET clause of the UPDATE. */
  readonly values: SQL;
  /** What the user's verified contacts are told, unless the suspension's reason forbids it. */
  readonly content: MessageContent;
  /** Why an account that is as it is now was not changed; `wait` if the bound was reached. */
  refusal(account: Account, wait: Refused<"too_many_attempts"> | null): Refused<Code>;
}

export type SuspensionRefusal = OperatorRefusal | "user_not_found" | "own_account";

/**
 * Suspends a user or ends a suspension. The change, its audit event and the messages are one
 * transaction, which holds the locks of both users' rows. Support acts on plain users only.
 */
export async function changeSuspension<Code extends string>(
  ctx: ServiceContext,
  caller: Caller,
  userId: UserId,
  change: SuspensionChange<Code>,
): Promise<Outcome<Account, SuspensionRefusal | Code>> {
  const { act } = change;
  const messages = await sealNotices(ctx, caller, userId, change);
  const queries = (db: HttpDatabase) =>
    [
      db.execute<ActWait>(change.bound?.read ?? sql`SELECT 0 AS wait_seconds`),
      db.execute(changeStatement(caller, userId, change, messages, ctx.nowMs())),
      db.execute<AccountRow>(selectAccounts(sql`t.id = ${userId} AND t.deleted_at IS NULL`)),
    ] as const;
  const written = await actAsOperator(ctx, caller, act, userId, queries);
  if (!written.ok) return written;
  if (userId === caller.userId) return refuse("own_account");
  const [wait, { rowCount }, accounts] = written.value;
  const [row] = accounts.rows;
  if (!row) return refuse("user_not_found");
  if (rowCount !== 1) return change.refusal(accountOf(row), refusalOfAct(wait));
  deliverSoon(ctx, messages);
  return done(accountOf(row));
}

function changeStatement(
  caller: Caller,
  userId: UserId,
  { act, reason, only, values, bound }: SuspensionChange<string>,
  messages: readonly SealedMessage[],
  nowMs: number,
): SQL {
  const from = sql`SELECT id AS user_id, NULL::uuid AS wallet_id FROM changed`;
  const details = sql`jsonb_build_object('reason', ${reason}::text)`;
  const unannounced = sql.join(
    UNANNOUNCED_REASONS.map((silent) => sql`${silent}`),
    sql`, `,
  );
  // The reason of the suspension decides, also for its end, whose own reason is another one. A
  // suspension that becomes a legal order is not announced.
  const announced = sql`(SELECT id FROM changed WHERE suspended_for NOT IN (${unannounced}))`;
  return sql`
    WITH person AS (
      SELECT t.id, t.suspension_reason FROM users t
      WHERE t.id = ${userId} AND t.id <> ${caller.userId} AND t.deleted_at IS NULL AND ${only}
        AND ${bound?.isAllowed ?? sql`true`}
        AND ${operatorIsAllowed(caller, act, userId)}
    ), changed AS (
      UPDATE users SET ${values}, updated_at = now() FROM person WHERE users.id = person.id
      RETURNING users.id, coalesce(users.suspension_reason, person.suspension_reason) AS suspended_for
    ), message AS (${putMessages(messages, announced, sql`now()`)})
    ${insertOperatorEvent(caller, act, { from, details }, nowMs)}`;
}

/** The messages to the user's verified contacts; none when the caller may not act. */
async function sealNotices(
  ctx: ServiceContext,
  caller: Caller,
  userId: UserId,
  { act, content }: SuspensionChange<string>,
): Promise<SealedMessage[]> {
  const [row] = await ctx.db
    .select(userColumns)
    .from(users)
    .where(sql`${users.id} = ${userId} AND ${operatorIsAllowed(caller, act, userId)}`);
  const user = row ? userOf(row) : null;
  return user ? sealMessages(ctx, verifiedContactsOf(user), content) : [];
}
