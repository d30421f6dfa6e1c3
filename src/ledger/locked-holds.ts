// The holds that a batch needs, read under the locks of their payers' wallets, and what it writes of
// them. A second statement reads them: its snapshot is newer than the locks, so it sees what the
// transactions have written for which the locks waited.
import { sql } from "drizzle-orm";
import { unixMsTextOf } from "../db/instant.ts";
import type { CurrencyCode } from "../domain/currency.ts";
import type { HoldPurpose, HoldState } from "../domain/hold.ts";
import type { HoldId, WalletId } from "../domain/ids.ts";
import { msOfText, msText, type UnixMs } from "../domain/instant.ts";
import type { LocalDate } from "../domain/limit.ts";
import type { Case, LockedHold, LockedWallet } from "./case.ts";
import { type LedgerTransaction, prepareStatement } from "./prepared-statement.ts";
import { databaseMs } from "./sql-fragments.ts";

/** Bigints and times (milliseconds since 1970) are text: JSON numbers would round them. */
type HoldColumns = [
  id: HoldId,
  purpose: HoldPurpose,
  fromWalletId: WalletId,
  toWalletId: WalletId | null,
  currency: CurrencyCode,
  amount: string,
  captured: string,
  state: HoldState,
  isPayerVoidable: boolean,
  note: string | null,
  createdAtMs: string,
  expiresAtMs: string | null,
  closedAtMs: string | null,
  captures: number,
  amendments: number,
  countedOn: LocalDate | null,
];

const of = (name: string) => sql.placeholder(name);

const holdColumns = sql`json_build_array(h.id, h.purpose, h.from_wallet_id, h.to_wallet_id,
  h.currency, h.amount::text, h.captured::text, h.state, h.is_payer_voidable, h.note,
  ${unixMsTextOf(sql`h.created_at`)}, ${unixMsTextOf(sql`h.expires_at`)}, ${unixMsTextOf(sql`h.closed_at`)}, h.captures, h.amendments,
  (SELECT t.counted_on::text FROM transactions t
    WHERE t.hold_id = h.id AND t.type = 'HOLD' AND t.status = 'success'))`;

interface HoldsRow {
  holds: HoldColumns[] | null;
  /** The open payment holds of payers who place one; expired ones are not counted. */
  open_holds: [WalletId, number][] | null;
  now_ms: string;
}

const readHolds = prepareStatement<HoldsRow>(
  "read_holds",
  sql`
    SELECT (SELECT json_agg(${holdColumns}) FROM holds h WHERE h.id IN (
        SELECT unnest(${of("ids")}::uuid[])
        UNION
        SELECT o.id FROM unnest(${of("wallet_ids")}::uuid[]) AS w (id) CROSS JOIN LATERAL (
          SELECT o.id FROM holds o WHERE o.from_wallet_id = w.id AND o.state = 'open'
            AND o.expires_at <= statement_timestamp()
        ) AS o
      )) AS holds,
      (SELECT json_agg(json_build_array(w.id, (
        SELECT count(*) FROM holds o WHERE o.from_wallet_id = w.id AND o.state = 'open'
          AND o.expires_at > statement_timestamp()
      ))) FROM unnest(${of("placing_ids")}::uuid[]) AS w (id)) AS open_holds,
      ${databaseMs} AS now_ms`,
);

function holdOf(columns: HoldColumns): LockedHold {
  const [id, purpose, fromWalletId, toWalletId, currency, amount, captured, state] = columns;
  const [, , , , , , , , isPayerVoidable, note, createdAt, expiresAt, closedAt] = columns;
  const [captures, amendments, countedOn] = columns.slice(13) as [number, number, LocalDate | null];
  return {
    id,
    purpose,
    fromWalletId,
    toWalletId,
    currency,
    amountMinor: BigInt(amount),
    capturedMinor: BigInt(captured),
    state,
    isPayerVoidable,
    note,
    createdAtMs: msOfText(createdAt),
    expiresAtMs: expiresAt === null ? null : msOfText(expiresAt),
    closedAtMs: closedAt === null ? null : msOfText(closedAt),
    ...(countedOn && { countedOn }),
    captures,
    amendments,
  };
}

export interface ReadHolds {
  readonly holds: ReadonlyMap<HoldId, LockedHold>;
  readonly openHolds: ReadonlyMap<WalletId, number>;
  readonly nowMs: UnixMs;
}

/**
 * Reads the holds that the cases name, and those of the locked wallets whose time has passed. Null,
 * without a statement, if no wallet has held money and no case names a hold. A hold whose payer's
 * wallet is not locked is left out.
 */
export async function readLockedHolds(
  tx: LedgerTransaction,
  cases: readonly Case[],
  locked: ReadonlyMap<WalletId, LockedWallet>,
): Promise<ReadHolds | null> {
  const ids = cases.flatMap(({ command }) => command.links.holdId ?? []);
  const payers = [...locked.values()].filter(({ heldMinor }) => heldMinor > 0n).map(({ id }) => id);
  if (ids.length + payers.length === 0) return null;
  const placing = new Set(
    cases.flatMap(({ command, fromWalletId }) => (command.type === "HOLD" ? [fromWalletId] : [])),
  );
  const [row] = await readHolds(tx, {
    ids,
    wallet_ids: payers,
    placing_ids: payers.filter((id) => placing.has(id)),
  });
  const found = (row?.holds ?? []).map(holdOf).filter((hold) => locked.has(hold.fromWalletId));
  return {
    holds: new Map(found.map((hold) => [hold.id, hold])),
    openHolds: new Map(row?.open_holds),
    nowMs: msOfText(row?.now_ms ?? "0"),
  };
}

const writeHoldsStatement = prepareStatement<{ id: HoldId }>(
  "write_holds",
  sql`
    INSERT INTO holds (id, purpose, from_wallet_id, to_wallet_id, currency, amount, captured, state,
      is_payer_voidable, note, created_at, expires_at, closed_at, captures, amendments)
    SELECT * FROM unnest(${of("ids")}::uuid[], ${of("purposes")}::text[], ${of("from_ids")}::uuid[],
      ${of("to_ids")}::uuid[], ${of("currencies")}::text[], ${of("amounts")}::bigint[],
      ${of("captured")}::bigint[], ${of("states")}::text[], ${of("voidable")}::bool[],
      ${of("notes")}::text[], ${of("created")}::timestamptz[], ${of("expires")}::timestamptz[],
      ${of("closed")}::timestamptz[], ${of("captures")}::int[], ${of("amendments")}::int[])
    ON CONFLICT (id) DO UPDATE SET amount = excluded.amount, captured = excluded.captured,
      state = excluded.state, expires_at = excluded.expires_at, closed_at = excluded.closed_at,
      captures = excluded.captures, amendments = excluded.amendments`,
);

/** Writes new and changed holds; no statement if there are none. */
export async function writeHolds(
  tx: LedgerTransaction,
  holds: readonly LockedHold[],
): Promise<void> {
  if (holds.length === 0) return;
  const timeText = (ms: UnixMs | null) => ms && msText(ms);
  await writeHoldsStatement(tx, {
    ids: holds.map((h) => h.id),
    purposes: holds.map((h) => h.purpose),
    from_ids: holds.map((h) => h.fromWalletId),
    to_ids: holds.map((h) => h.toWalletId),
    currencies: holds.map((h) => h.currency),
    amounts: holds.map((h) => h.amountMinor.toString()),
    captured: holds.map((h) => h.capturedMinor.toString()),
    states: holds.map((h) => h.state),
    voidable: holds.map((h) => h.isPayerVoidable),
    notes: holds.map((h) => h.note),
    created: holds.map((h) => msText(h.createdAtMs)),
    expires: holds.map((h) => timeText(h.expiresAtMs)),
    closed: holds.map((h) => timeText(h.closedAtMs)),
    captures: holds.map((h) => h.captures ?? 0),
    amendments: holds.map((h) => h.amendments ?? 0),
  });
}
