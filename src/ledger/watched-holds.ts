// Reads of holds for operators: those that expired without a capture, and those that expire next.
// Each list reads a page of an index in its order.
import { type SQL, sql } from "drizzle-orm";
import { timestampOf } from "../db/instant.ts";
import type { WatchedHold, WatchedHoldPosition, WatchedHoldState } from "../domain/hold.ts";
import type { UserId } from "../domain/ids.ts";
import { unixMicros } from "../domain/instant.ts";
import { type PageRequest, rowsToSelect } from "../domain/page.ts";
import { type HoldRow, holdColumns, holdOf } from "./hold-reads.ts";

export interface WatchedHoldRow extends HoldRow {
  payer_id: UserId;
  payee_id: UserId;
  expires_at_micros: string;
}

export function watchedHoldOf(row: WatchedHoldRow): WatchedHold {
  return {
    ...holdOf(row),
    payerId: row.payer_id,
    payeeId: row.payee_id,
    expiresAtMicros: unixMicros(BigInt(row.expires_at_micros)),
  };
}

/**
 * A page of the payment holds of all users: of the lapsed ones the last first, of the open ones the
 * next to expire first. A hold whose time has passed has lapsed, whether or not a job has run since.
 * Returns up to `limit + 1` rows (see `pageOf`), for `watchedHoldOf`.
 */
export function selectWatchedHolds(
  state: WatchedHoldState,
  page: PageRequest<WatchedHoldPosition>,
): SQL {
  const order = state === "open" ? sql`expires_at, id` : sql`expires_at DESC, id DESC`;
  const limit = sql`${rowsToSelect(page)}::int`;
  const pageOfHolds = (condition: SQL) => sql`(
      SELECT * FROM holds h WHERE h.purpose = 'payment' AND ${condition} AND ${isNext(state, page)}
      ORDER BY ${order} LIMIT ${limit})`;
  const holds =
    state === "open"
      ? pageOfHolds(sql`h.state = 'open' AND h.expires_at > now()`)
      : sql`${pageOfHolds(sql`h.state = 'expired' AND h.captured = 0`)} UNION ALL
        ${pageOfHolds(sql`h.state = 'open' AND h.captured = 0 AND h.expires_at <= now()`)}`;
  return sql`
    SELECT ${holdColumns}, payer.owner_id AS payer_id, payee.owner_id AS payee_id,
      (extract(epoch FROM h.expires_at) * 1000000)::bigint::text AS expires_at_micros
    FROM (SELECT * FROM (${holds}) AS each_state ORDER BY ${order} LIMIT ${limit}) AS h
    JOIN wallets payer ON payer.id = h.from_wallet_id JOIN wallets payee ON payee.id = h.to_wallet_id
    ORDER BY h.expires_at ${state === "open" ? sql`` : sql`DESC`}, h.id ${state === "open" ? sql`` : sql`DESC`}`;
}

function isNext(state: WatchedHoldState, { after }: PageRequest<WatchedHoldPosition>): SQL {
  if (after === null) return sql`true`;
  const position = sql`(${timestampOf(after.expiresAtMicros)}, ${after.id}::uuid)`;
  return sql`(h.expires_at, h.id) ${state === "open" ? sql`>` : sql`<`} ${position}`;
}
