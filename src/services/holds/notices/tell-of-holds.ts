import { inArray, type SQL, sql } from "drizzle-orm";
import { users } from "../../../db/schema/index.ts";
import { userColumns, userOf } from "../../../db/user-row.ts";
import { HOLD_MESSAGES_PER_DAY_MAX } from "../../../domain/bounds.ts";
import { verifiedContactsOf } from "../../../domain/contact.ts";
import { currencyOf } from "../../../domain/currency.ts";
import type { HoldRole } from "../../../domain/hold.ts";
import type { UserId } from "../../../domain/ids.ts";
import { unixMs } from "../../../domain/instant.ts";
import { HOLD_NOTICES, type HoldNotice } from "../../../domain/message.ts";
import { formatAmount } from "../../../domain/money.ts";
import type { User } from "../../../domain/user.ts";
import type { ServiceContext } from "../../context.ts";
import { putMessages } from "../../messages/put-messages.ts";
import { type SealedMessage, sealMessages } from "../../messages/seal-message.ts";
import { type DueHold, NOTICES, selectDueHolds } from "./due-holds.ts";

type Context = Pick<ServiceContext, "config" | "db" | "nowMs">;

/**
 * Tells payer and payee of a batch of holds at their verified contacts, once for each end of a hold.
 * The mark and the messages are one commit. A user who got HOLD_MESSAGES_PER_DAY_MAX within a day
 * gets no more. Returns how many holds it found.
 */
export async function tellOfHolds(ctx: Context): Promise<number> {
  const { rows } = await ctx.db.execute<DueHold>(selectDueHolds());
  if (rows.length === 0) return 0;
  const people = await readPeople(ctx, rows);
  for (const hold of rows) await tellOf(ctx, hold, people);
  return rows.length;
}

async function readPeople({ db }: Context, holds: readonly DueHold[]) {
  const ids = [...new Set(holds.flatMap((hold) => [hold.payer_id, hold.payee_id]))];
  const rows = await db.select(userColumns).from(users).where(inArray(users.id, ids));
  const people = new Map<UserId, User>();
  for (const row of rows) {
    const user = userOf(row);
    if (user) people.set(user.id, user);
  }
  return people;
}

async function tellOf(ctx: Context, hold: DueHold, people: ReadonlyMap<UserId, User>) {
  const seal = async (role: HoldRole, id: UserId): Promise<SealedMessage[]> => {
    const user = people.get(id);
    return user ? sealMessages(ctx, verifiedContactsOf(user), noticeOf(hold, role)) : [];
  };
  const { payer_id: payer, payee_id: payee } = hold;
  const toPayer = await seal("payer", payer);
  const toPayee = payer === payee ? [] : await seal("payee", payee);
  const { due, mark } = NOTICES[hold.kind];
  await ctx.db.execute(sql`
    WITH told AS (UPDATE holds SET ${mark} WHERE id = ${hold.id} AND ${due} RETURNING id),
      payer AS (${putMessages(toPayer, receiver(payer), sql`now()`)}),
      payee AS (${putMessages(toPayee, receiver(payee), sql`now()`)})
    SELECT FROM told`);
}

function noticeOf(
  { kind, id, currency, rest, expires_at_ms }: DueHold,
  role: HoldRole,
): HoldNotice {
  const amount = formatAmount(BigInt(rest), currencyOf(currency).exponent);
  const expiresAtMs = unixMs(expires_at_ms);
  return { kind, role, holdId: id, rest: `${amount} ${currency}`, expiresAtMs };
}

const KINDS = sql.join(
  HOLD_NOTICES.map((kind) => sql`${kind}`),
  sql`, `,
);

/** The receiver, if this run has marked the hold and they got few enough messages about holds. */
function receiver(id: UserId): SQL {
  return sql`(SELECT ${id}::uuid AS id FROM told WHERE (
    SELECT count(DISTINCT m.created_at) FROM messages m WHERE m.user_id = ${id} AND m.kind IN (${KINDS})
      AND m.created_at > now() - interval '1 day') < ${HOLD_MESSAGES_PER_DAY_MAX}::int)`;
}
