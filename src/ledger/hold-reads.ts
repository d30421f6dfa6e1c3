// Reads of holds, for their payer and their payee. A hold whose time has passed by the database's
// clock is shown as expired, whether or not a job has run since.
import { type SQL, sql } from "drizzle-orm";
import { unixMsOf } from "../db/instant.ts";
import type { CurrencyCode } from "../domain/currency.ts";
import type { Hold, HoldFilter, HoldRole, HoldState, SeenHold } from "../domain/hold.ts";
import type { HoldId, UserId, WalletId } from "../domain/ids.ts";
import { unixMs } from "../domain/instant.ts";
import { type PageRequest, rowsToSelect } from "../domain/page.ts";
import {
  type CounterpartyRow,
  counterpartyOfRow,
  counterpartyOfTransaction,
  ownerOf,
} from "./counterparty-columns.ts";
import { joinOwnLegs, ownWallets, transactionColumns } from "./history-rows.ts";

const IS_OVER = sql`(h.state = 'open' AND h.expires_at <= now())`;

// An expired hold ended at its time, whenever its row was changed.
export const holdColumns = sql`h.id, h.purpose, h.from_wallet_id, h.to_wallet_id, h.currency,
  h.amount::text, h.captured::text, h.is_payer_voidable, h.note,
  CASE WHEN ${IS_OVER} THEN 'expired' ELSE h.state END AS state,
  ${unixMsOf(sql`h.created_at`)} AS created_at_ms, ${unixMsOf(sql`h.expires_at`)} AS expires_at_ms,
  ${unixMsOf(sql`CASE WHEN ${IS_OVER} OR h.state = 'expired' THEN h.expires_at ELSE h.closed_at END`)} AS closed_at_ms`;

const ROLE = sql`CASE WHEN h.from_wallet_id IN (SELECT id FROM own) THEN 'payer' ELSE 'payee' END`;

export interface HoldRow extends Record<string, unknown> {
  id: HoldId;
  purpose: Hold["purpose"];
  from_wallet_id: WalletId;
  to_wallet_id: WalletId | null;
  currency: CurrencyCode;
  amount: string;
  captured: string;
  is_payer_voidable: boolean;
  note: string | null;
  state: HoldState;
  created_at_ms: number;
  expires_at_ms: number | null;
  closed_at_ms: number | null;
}

export interface SeenHoldRow extends HoldRow {
  role: HoldRole;
}

/** A row with the counterparty of the viewer. */
export interface ReadHoldRow extends SeenHoldRow, CounterpartyRow {}

export function readHoldOf(row: ReadHoldRow): SeenHold {
  return { ...seenHoldOf(row), counterparty: counterpartyOfRow(row) };
}

export function seenHoldOf(row: SeenHoldRow): SeenHold {
  return { ...holdOf(row), role: row.role };
}

/** The payee for the payer, and the payer for the payee. */
function otherParty(viewer: UserId, role: SQL): SQL {
  const other = sql`CASE WHEN ${role} = 'payer' THEN h.to_wallet_id ELSE h.from_wallet_id END`;
  return sql`${ownerOf(other, viewer)} AS counterparty`;
}

export function holdOf(row: HoldRow): Hold {
  return {
    id: row.id,
    purpose: row.purpose,
    fromWalletId: row.from_wallet_id,
    toWalletId: row.to_wallet_id,
    currency: row.currency,
    amountMinor: BigInt(row.amount),
    capturedMinor: BigInt(row.captured),
    isPayerVoidable: row.is_payer_voidable,
    note: row.note,
    state: row.state,
    createdAtMs: unixMs(row.created_at_ms),
    expiresAtMs: row.expires_at_ms === null ? null : unixMs(row.expires_at_ms),
    closedAtMs: row.closed_at_ms === null ? null : unixMs(row.closed_at_ms),
  };
}

/** One payment hold that the viewer placed or can capture; no row otherwise. */
export function selectHold(viewer: UserId, id: HoldId): SQL {
  return sql`
    WITH own AS MATERIALIZED (${ownWallets(viewer)})
    SELECT ${holdColumns}, ${ROLE} AS role, ${otherParty(viewer, ROLE)} FROM holds h
    WHERE h.id = ${id} AND h.purpose = 'payment'
      AND (h.from_wallet_id IN (SELECT id FROM own) OR h.to_wallet_id IN (SELECT id FROM own))`;
}

/**
 * The successful transactions of a hold, the first committed first, with the legs on the viewer's
 * wallets: how it was placed, amended, captured and voided. Their number is bounded.
 */
export function selectHoldTransactions(viewer: UserId, id: HoldId): SQL {
  return sql`
    WITH own AS MATERIALIZED (${ownWallets(viewer)})
    SELECT ${transactionColumns}, ${counterpartyOfTransaction(viewer)}
    FROM transactions t ${joinOwnLegs}
    WHERE t.hold_id = ${id} AND t.status = 'success'
      AND (t.from_wallet_id IN (SELECT id FROM own) OR t.to_wallet_id IN (SELECT id FROM own))
    ORDER BY t.posted_at`;
}

/**
 * A page of the viewer's holds, the last asked first. The position of a page is a hold's id. Each
 * wallet's holds are read in the order of an index, a page of each. Returns up to `limit + 1` rows
 * (see `pageOf`), for `readHoldOf`.
 */
export function selectHolds(
  viewer: UserId,
  { state, role, walletId }: HoldFilter,
  page: PageRequest<HoldId>,
): SQL {
  const wallet = walletId === null ? sql`` : sql` AND id = ${walletId}`;
  const limit = rowsToSelect(page);
  const ofRole = (side: SQL) => sql`(
      SELECT h.* FROM own CROSS JOIN LATERAL (
        SELECT * FROM holds h WHERE ${side} = own.id AND h.purpose = 'payment'
          AND ${stateIs(state)}${page.after === null ? sql`` : sql` AND h.id < ${page.after}`}
        ORDER BY h.id DESC LIMIT ${limit}
      ) AS h)`;
  const paid = role === "payee" ? sql`` : ofRole(sql`h.from_wallet_id`);
  const both = role === null ? sql` UNION ` : sql``;
  const received = role === "payer" ? sql`` : ofRole(sql`h.to_wallet_id`);
  const seenRole = role === null ? ROLE : sql`${role}::text`;
  return sql`
    WITH own AS MATERIALIZED (${ownWallets(viewer)}${wallet})
    SELECT ${holdColumns}, ${seenRole} AS role, ${otherParty(viewer, seenRole)}
    FROM (${paid}${both}${received}) AS h
    ORDER BY h.id DESC LIMIT ${limit}`;
}

function stateIs(state: HoldState | null): SQL {
  if (state === null) return sql`true`;
  if (state === "open") return sql`h.state = 'open' AND h.expires_at > now()`;
  if (state === "expired") return sql`(h.state = 'expired' OR ${IS_OVER})`;
  return sql`h.state = ${state}`;
}
