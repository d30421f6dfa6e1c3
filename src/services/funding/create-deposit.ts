import { type SQL, sql } from "drizzle-orm";
import { type RequestFingerprint, requestFingerprint } from "../../crypto/request-fingerprint.ts";
import type { HttpDatabase } from "../../db/connect.ts";
import { isUniqueViolation } from "../../db/postgres-error.ts";
import { RECEIVES_NOW } from "../../db/wallet-status.ts";
import { DEPOSIT_TTL_HOURS, OPEN_DEPOSITS_MAX } from "../../domain/bounds.ts";
import { isSameRequest, type WalletAddress } from "../../domain/command.ts";
import type { CurrencyCode } from "../../domain/currency.ts";
import { type Deposit, FUNDING_PREFIXES } from "../../domain/funding.ts";
import { type Id, newId, type UserId, type WalletId } from "../../domain/ids.ts";
import { unixMs } from "../../domain/instant.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import { readableName } from "../../domain/reference.ts";
import type { WalletStatus } from "../../domain/wallet.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { readInSession } from "../identity/sessions/read-in-session.ts";
import { hasActiveSession } from "../identity/sessions/session-conditions.ts";
import { writeInSession } from "../identity/sessions/write-in-session.ts";
import { refuseWallet } from "../wallets/ownership/refuse-wallet.ts";
import { depositOf, FUNDING_STATUS_NOW, type FundingRow, selectFunding } from "./funding-row.ts";

export interface NewDeposit {
  /** Positive, in minor units. */
  readonly amountMinor: bigint;
  readonly currency: CurrencyCode;
  /** One of the caller's wallets. */
  readonly to: WalletAddress;
  readonly idempotencyKey: string | null;
}

export type CreateDepositRefusal =
  | "session_ended"
  | "account_suspended"
  | "idempotency_key_reused"
  | "wallet_not_found"
  | "not_wallet_owner"
  | "currency_mismatch"
  | "wallet_frozen"
  | "wallet_closed"
  | "deposit_limit_reached";

export interface CreatedDeposit {
  readonly deposit: Deposit;
  readonly isReplay: boolean;
}

interface Creation extends NewDeposit, RequestFingerprint {
  readonly id: Id<"dpi">;
  readonly nowMs: number;
}

/**
 * Makes a pending deposit, which one event of the provider credits. No money moves yet. The lock on
 * the user's row orders concurrent requests, so OPEN_DEPOSITS_MAX holds in every race.
 */
export async function createDeposit(
  ctx: ServiceContext,
  caller: Caller,
  input: NewDeposit,
): Promise<Outcome<CreatedDeposit, CreateDepositRefusal>> {
  const nowMs = ctx.nowMs();
  const fingerprint = requestFingerprint(ctx.config.fingerprintKey, partsOf(input));
  const creation = { ...input, ...fingerprint, id: newId("dpi", nowMs), nowMs };
  const written = await write(ctx, caller, creation).catch((error: unknown) => {
    // Another request stored the same key concurrently; the second attempt finds it.
    if (isUniqueViolation(error, "idempotency_keys_pkey")) return write(ctx, caller, creation);
    throw error;
  });
  if (written.ok) {
    const [, keys, deposits, targets] = written.value;
    const answer = answerOf(creation, keys.rows[0], deposits.rows[0]);
    return answer ?? refusalOf(ctx, caller, creation, targets.rows[0]);
  }
  if (written.code !== "account_suspended") return written;
  // A repeat of a request that was answered before the suspension gets the same answer.
  const read = await readInSession(ctx, caller, (db) => find(db, caller, creation));
  const [keys, deposits] = read.ok ? read.value : [];
  return answerOf(creation, keys?.rows[0], deposits?.rows[0]) ?? written;
}

const partsOf = ({ amountMinor, currency, to }: NewDeposit) => {
  const named = to.by === "id" ? to.walletId : to.by === "phone" ? to.phone : null;
  return ["create_deposit", amountMinor.toString(), currency, to.by, named];
};

/** The answer of the request that made the deposit; null if there is none. */
function answerOf(
  creation: Creation,
  key: { readonly fingerprint: string } | undefined,
  row: FundingRow | undefined,
): Outcome<CreatedDeposit, "idempotency_key_reused"> | null {
  if (key && (!row || !isSameRequest(key.fingerprint, creation))) {
    return refuse("idempotency_key_reused");
  }
  return row ? done({ deposit: depositOf(row), isReplay: row.id !== creation.id }) : null;
}

interface Target extends Record<string, unknown> {
  readonly id: WalletId;
  readonly owner_id: UserId | null;
  readonly currency: CurrencyCode;
  readonly status: WalletStatus;
  /** It is neither closed nor frozen for credits. */
  readonly receives: boolean;
  readonly names_own_phone: boolean;
}

function refusalOf(
  ctx: ServiceContext,
  caller: Caller,
  { to, currency }: Creation,
  target: Target | undefined,
): Promise<Outcome<never, CreateDepositRefusal>> | Outcome<never, CreateDepositRefusal> {
  if (to.by === "phone" && !target?.names_own_phone) return refuse("not_wallet_owner");
  if (target?.owner_id !== caller.userId) {
    const found = target && { ownerId: target.owner_id };
    return to.by === "id"
      ? refuseWallet(ctx, caller, to.walletId, found)
      : refuse("wallet_not_found");
  }
  if (!target.receives) {
    return refuse(target.status === "closed" ? "wallet_closed" : "wallet_frozen");
  }
  return refuse(target.currency === currency ? "deposit_limit_reached" : "currency_mismatch");
}

/** The wallet that the request names, whosever it is; of a phone, only the caller's own. */
function selectTarget({ userId }: Caller, { to, currency }: Creation): SQL {
  const ownDefault = sql`w.owner_id = ${userId} AND w.currency = ${currency} AND w.is_default`;
  const namesOwnPhone =
    to.by === "phone"
      ? sql`EXISTS (SELECT FROM users u WHERE u.id = ${userId} AND u.phone = ${to.phone})`
      : sql`true`;
  return sql`SELECT w.id, w.owner_id, w.currency, w.status, ${RECEIVES_NOW} AS receives,
      ${namesOwnPhone} AS names_own_phone
    FROM wallets w WHERE ${to.by === "id" ? sql`w.id = ${to.walletId}` : ownDefault}`;
}

const write = (ctx: ServiceContext, caller: Caller, creation: Creation) =>
  writeInSession(ctx, caller, (db) => [
    db.execute(insertStatement(caller, creation)),
    ...find(db, caller, creation),
    db.execute<Target>(selectTarget(caller, creation)),
  ]);

/** The key of the request, and the deposit that the key or the request made. */
const find = (db: HttpDatabase, { userId }: Caller, { id, idempotencyKey: key }: Creation) =>
  [
    db.execute<{ fingerprint: string }>(sql`
      SELECT encode(fingerprint, 'hex') AS fingerprint FROM idempotency_keys
      WHERE user_id = ${userId} AND key = ${key}::text`),
    db.execute<FundingRow>(
      selectFunding(
        "deposit",
        sql`f.id = coalesce((SELECT k.funding_id FROM idempotency_keys k
          WHERE k.user_id = ${userId} AND k.key = ${key}::text), ${id}::uuid)`,
      ),
    ),
  ] as const;

function insertStatement(caller: Caller, creation: Creation): SQL {
  const { id, nowMs, amountMinor, currency, idempotencyKey: key, fingerprint } = creation;
  const me = caller.userId;
  const reference = readableName(FUNDING_PREFIXES.deposit, id, unixMs(nowMs));
  return sql`
    WITH target AS (${selectTarget(caller, creation)}), made AS (
      INSERT INTO funding_intents (id, direction, user_id, wallet_id, amount, currency, reference,
        created_at, expires_at)
      SELECT ${id}::uuid, 'deposit', ${me}::uuid, target.id, ${amountMinor.toString()}::bigint,
        target.currency, ${reference}, now(),
        now() + make_interval(hours => ${DEPOSIT_TTL_HOURS}::int)
      FROM target
      WHERE target.owner_id = ${me} AND target.names_own_phone AND target.receives
        AND target.currency = ${currency} AND ${hasActiveSession(caller)}
        AND NOT EXISTS (SELECT FROM idempotency_keys WHERE user_id = ${me} AND key = ${key}::text)
        AND (SELECT count(*) FROM funding_intents f WHERE f.user_id = ${me}
          AND f.direction = 'deposit' AND ${FUNDING_STATUS_NOW} = 'pending') < ${OPEN_DEPOSITS_MAX}::int
      RETURNING id
    )
    INSERT INTO idempotency_keys (user_id, key, fingerprint, funding_id, created_at)
    SELECT ${me}::uuid, ${key}::text, decode(${fingerprint}, 'hex'), id, now()
    FROM made WHERE ${key}::text IS NOT NULL`;
}
