import { type SQL, sql } from "drizzle-orm";
import { auditEvent } from "../../../db/audit-event.ts";
import { DEFAULT_CURRENCY } from "../../../domain/currency.ts";
import { newId, type UserId, type WalletId } from "../../../domain/ids.ts";
import type { Origin } from "../../../domain/origin.ts";
import type { Phone } from "../../../domain/phone.ts";
import type { ServiceContext } from "../../context.ts";
import { trustResetsStatement } from "../contacts/admit-sending.ts";
import {
  lockHolder,
  newOwner,
  type PhoneTaking,
  takePhoneCtes,
} from "../phone-claims/take-phone.ts";
import { recordSuccessStatement } from "../throttle/record-success.ts";
import { type Registration, registrationOf } from "./registration.ts";

interface NewPerson {
  readonly username: string;
  readonly phone: Phone;
  readonly passwordHash: string;
  readonly idempotencyKey: string | null;
  readonly fingerprint: string;
  readonly origin: Origin;
}

/**
 * Writes a user, their default wallet, and the idempotency key, and takes the phone from its holder
 * if `taking` says so. All of it is one transaction. Null when the claim's code was used up before:
 * then nothing is written. Throws a violation of users_phone_unique when the phone is taken.
 */
export async function writeRegistration(
  ctx: ServiceContext,
  person: NewPerson,
  taking: PhoneTaking | null,
): Promise<Registration | null> {
  const now = ctx.nowMs();
  const userId = newId("usr", now);
  const walletId = newId("wal", now);
  const createdAt = new Date(now);
  const at = sql`${createdAt.toISOString()}::timestamptz`;
  const isWritten = sql`id = ${userId}`;
  const { db } = ctx;
  const { username, phone } = person;
  const { rows } = (
    await db.batch([
      db.execute(taking ? lockHolder(phone) : sql`SELECT`),
      db.execute(insertUserStatement(person, { userId, at, nowMs: now }, taking)),
      db.execute<{ id: WalletId }>(sql`
        INSERT INTO wallets (id, owner_id, currency, is_default, created_at)
        SELECT ${walletId}::uuid, id, ${DEFAULT_CURRENCY}, true, ${at} FROM users WHERE ${isWritten}
        RETURNING id`),
      db.execute(
        auditEvent({
          id: newId("aud", now),
          type: "user_registered",
          userId,
          walletId,
          from: sql`users`,
          where: isWritten,
        }),
      ),
      db.execute(insertKeyStatement(person, userId, walletId, at)),
      ...(taking ? proofStatements(ctx, person, taking, { userId, isWritten, nowMs: now }) : []),
    ])
  )[2];
  if (rows.length === 0) return null;
  const isPhoneVerified = taking !== null;
  const facts = { userId, username, phone, walletId, createdAt, isPhoneVerified };
  return registrationOf({ ...facts, isReplay: false });
}

interface Writing {
  readonly userId: UserId;
  readonly nowMs: number;
}

function insertUserStatement(
  { username, phone, passwordHash }: NewPerson,
  { userId, at, nowMs }: Writing & { readonly at: SQL },
  taking: PhoneTaking | null,
): SQL {
  const claimed = sql`(SELECT) AS claimant`;
  const ctes = taking && sql`WITH ${takePhoneCtes(taking, claimed, { takerId: userId, nowMs })}`;
  // The same time as created_at says that the registration itself verified the phone.
  return sql`${ctes ?? sql``}
    INSERT INTO users
      (id, username, phone, phone_verified_at, password_hash, created_at, updated_at)
    SELECT ${userId}::uuid, ${username}, ${phone}, ${taking ? at : sql`NULL::timestamptz`},
      ${passwordHash}, ${at}, ${at} ${taking ? sql`FROM ${newOwner}` : sql``}`;
}

function insertKeyStatement(
  { idempotencyKey: key, fingerprint }: NewPerson,
  userId: UserId,
  walletId: WalletId,
  at: SQL,
): SQL {
  if (key === null) return sql`SELECT`;
  return sql`
    INSERT INTO idempotency_keys (user_id, key, fingerprint, wallet_id, created_at)
    SELECT id, ${key}, decode(${fingerprint}, 'hex'), ${walletId}::uuid, ${at} FROM users WHERE id = ${userId}`;
}

/** What a proven phone writes besides: its audit event, and the trust in where it was proven. */
function proofStatements(
  ctx: ServiceContext,
  { phone, origin }: NewPerson,
  { claim }: PhoneTaking,
  { userId, isWritten, nowMs }: Writing & { readonly isWritten: SQL },
) {
  const event = auditEvent({
    id: newId("aud", nowMs),
    type: "contact_verified",
    userId,
    details: { channel: "phone" },
    from: sql`users`,
    where: isWritten,
  });
  const hasProven = sql`EXISTS (SELECT FROM users WHERE ${isWritten})`;
  const contact = { channel: "phone", address: phone } as const;
  return [
    ctx.db.execute(event),
    ctx.db.execute(recordSuccessStatement(claim.attempt, hasProven)),
    ctx.db.execute(trustResetsStatement(ctx, contact, origin)),
  ];
}
