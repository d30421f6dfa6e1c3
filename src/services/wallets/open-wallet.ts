import { sql } from "drizzle-orm";
import { type RequestFingerprint, requestFingerprint } from "../../crypto/request-fingerprint.ts";
import { auditEvent } from "../../db/audit-event.ts";
import type { HttpDatabase } from "../../db/connect.ts";
import { isUniqueViolation } from "../../db/postgres-error.ts";
import { WALLETS_EVER_PER_USER_MAX, WALLETS_PER_USER_MAX } from "../../domain/bounds.ts";
import { isSameRequest } from "../../domain/command.ts";
import type { CurrencyCode } from "../../domain/currency.ts";
import { newId, type WalletId } from "../../domain/ids.ts";
import { type Market, marketOf } from "../../domain/market.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Wallet } from "../../domain/wallet.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { readInSession } from "../identity/sessions/read-in-session.ts";
import { hasActiveSession } from "../identity/sessions/session-conditions.ts";
import { writeInSession } from "../identity/sessions/write-in-session.ts";

export interface OpenWalletInput {
  /** A supported currency's code. */
  readonly currency: CurrencyCode;
  readonly label: string | null;
  /** Only for YEM; null means DEFAULT_MARKET. */
  readonly market?: Market | null;
  readonly idempotencyKey: string | null;
}

export interface OpenedWallet {
  readonly wallet: Wallet;
  readonly isReplay: boolean;
}

export type OpenWalletRefusal =
  | "session_ended"
  | "account_suspended"
  | "wallet_limit_reached"
  | "idempotency_key_reused";

/** The wallet that this request opened, now or at its first attempt with the same key. */
interface Opened extends Record<string, unknown> {
  readonly id: WalletId | null;
  readonly fingerprint: string | null;
  readonly is_default: boolean | null;
  readonly created_at_ms: number | null;
}

/**
 * Opens a wallet for the caller; the first of a currency becomes its default. The lock on the
 * user's row orders concurrent openings, so WALLETS_PER_USER_MAX, WALLETS_EVER_PER_USER_MAX and
 * the single default hold in every race.
 */
export async function openWallet(
  ctx: ServiceContext,
  caller: Caller,
  input: OpenWalletInput,
): Promise<Outcome<OpenedWallet, OpenWalletRefusal>> {
  const market = input.market ? [input.market] : [];
  const parts = ["open_wallet", input.currency, input.label, ...market];
  const fingerprints = requestFingerprint(ctx.config.fingerprintKey, parts);
  const walletId = newId("wal", ctx.nowMs());
  const opening = { ...input, walletId, ...fingerprints };
  const written = await write(ctx, caller, opening).catch((error: unknown) => {
    // A payment stored the same key concurrently; the second attempt finds it.
    if (isUniqueViolation(error, "idempotency_keys_pkey")) return write(ctx, caller, opening);
    throw error;
  });
  if (written.ok) {
    const [opened] = written.value[1].rows;
    return opened ? openedWallet(caller, opening, opened) : refuse("wallet_limit_reached");
  }
  if (written.code !== "account_suspended") return written;
  // A repeat of a request that was answered before the suspension gets the same answer.
  const read = await readInSession(ctx, caller, (db) => [findOpened(db, caller, opening)]);
  const [opened] = read.ok ? read.value[0].rows : [];
  return opened ? openedWallet(caller, opening, opened) : written;
}

/** The wallet that the request opened; refuses when its key belongs to another request. */
function openedWallet(
  caller: Caller,
  opening: Opening,
  opened: Opened,
): Outcome<OpenedWallet, "idempotency_key_reused"> {
  const { walletId, currency, label, market = null } = opening;
  const { id, fingerprint: kept, created_at_ms: createdAtMs } = opened;
  const isAnotherRequest = kept !== null && !isSameRequest(kept, opening);
  if (isAnotherRequest || id === null || createdAtMs === null) {
    return refuse("idempotency_key_reused");
  }
  return done({
    wallet: {
      id,
      ownerId: caller.userId,
      currency,
      market: marketOf({ currency, market }),
      label,
      status: "active",
      freezeScope: null,
      isDefault: opened.is_default ?? false,
      balanceMinor: 0n,
      heldMinor: 0n,
      createdAt: new Date(Number(createdAtMs)),
    },
    isReplay: id !== walletId,
  });
}

interface Opening extends OpenWalletInput, RequestFingerprint {
  readonly walletId: WalletId;
}

function write(ctx: ServiceContext, caller: Caller, opening: Opening) {
  const { walletId, currency, label, market = null, idempotencyKey: key, fingerprint } = opening;
  const now = ctx.nowMs();
  const at = new Date(now).toISOString();
  const me = caller.userId;
  return writeInSession(ctx, caller, (db) => [
    db.execute(sql`
      WITH opened AS (
        INSERT INTO wallets (id, owner_id, currency, market, label, is_default, created_at)
        SELECT ${walletId}::uuid, ${me}::uuid, ${currency}::text, ${market}::text, ${label}::text,
          NOT EXISTS (SELECT FROM wallets
            WHERE owner_id = ${me} AND currency = ${currency} AND is_default), ${at}::timestamptz
        WHERE ${hasActiveSession(caller)}
          AND NOT EXISTS (SELECT FROM idempotency_keys WHERE user_id = ${me} AND key = ${key}::text)
          AND (SELECT count(*) FILTER (WHERE status <> 'closed') < ${WALLETS_PER_USER_MAX}::int
            AND count(*) < ${WALLETS_EVER_PER_USER_MAX}::int FROM wallets WHERE owner_id = ${me})
        RETURNING id, is_default
      ), kept AS (
        INSERT INTO idempotency_keys (user_id, key, fingerprint, wallet_id, created_at)
        SELECT ${me}::uuid, ${key}::text, decode(${fingerprint}, 'hex'), id, ${at}::timestamptz
        FROM opened WHERE ${key}::text IS NOT NULL
      )
      ${auditEvent({
        id: newId("aud", now),
        type: "wallet_opened",
        userId: me,
        walletId: sql`id`,
        details: sql`jsonb_build_object('is_default', is_default::text)`,
        from: sql`opened`,
      })}`),
    findOpened(db, caller, opening),
  ]);
}

/**
 * Selects the wallet that this request opened, or an earlier one with the same key. is_default is
 * as it was at opening, from the audit event: a replay must repeat the first response.
 */
function findOpened(
  db: HttpDatabase,
  { userId: me }: Caller,
  { walletId, idempotencyKey: key }: Opening,
) {
  return db.execute<Opened>(sql`
    SELECT w.id, encode(k.fingerprint, 'hex') AS fingerprint,
      (e.details->>'is_default')::boolean AS is_default,
      (extract(epoch FROM w.created_at) * 1000)::float8 AS created_at_ms
    FROM (SELECT) one
    LEFT JOIN idempotency_keys k ON k.user_id = ${me} AND k.key = ${key}::text
    LEFT JOIN wallets w ON w.id = coalesce(k.wallet_id, CASE WHEN k.key IS NULL THEN ${walletId}::uuid END)
    LEFT JOIN audit_events e ON e.user_id = ${me} AND e.wallet_id = w.id AND e.type = 'wallet_opened'
    WHERE k.key IS NOT NULL OR w.id IS NOT NULL`);
}
