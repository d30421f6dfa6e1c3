import { eq, type SQL, sql } from "drizzle-orm";
import { auditEvent } from "../../../db/audit-event.ts";
import { users } from "../../../db/schema/index.ts";
import { userColumns, userOf } from "../../../db/user-row.ts";
import { verifiedContactsOf } from "../../../domain/contact.ts";
import { newId, toWireId, type UserId } from "../../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../../domain/outcome.ts";
import type { Phone } from "../../../domain/phone.ts";
import type { User } from "../../../domain/user.ts";
import type { ServiceContext } from "../../context.ts";
import { putMessages } from "../../messages/put-messages.ts";
import { type SealedMessage, sealMessages } from "../../messages/seal-message.ts";
import type { ProvenClaim } from "./try-claim.ts";

/** A proven claim, and the user who loses the phone by it. */
export interface PhoneTaking {
  readonly phone: Phone;
  readonly claim: ProvenClaim;
  /** The user who has the phone without having verified it; null when nobody has it. */
  readonly holderId: UserId | null;
  /** Tells the holder at their verified contacts. */
  readonly messages: readonly SealedMessage[];
}

/** Finds the user who has a phone, verified or not; null when nobody has it. */
export async function findHolder(
  { db }: Pick<ServiceContext, "db">,
  phone: Phone,
): Promise<User | null> {
  const [row] = await db.select(userColumns).from(users).where(eq(users.phone, phone));
  return row ? userOf(row) : null;
}

/**
 * Prepares what takePhoneCtes writes. `claimantId` is a signed-in claimant: a number of their own
 * is not taken from them. Refuses with phone_taken when another user has verified the phone.
 */
export async function prepareTaking(
  ctx: Pick<ServiceContext, "config" | "db" | "nowMs">,
  phone: Phone,
  claim: ProvenClaim,
  claimantId: UserId | null,
): Promise<Outcome<PhoneTaking, "phone_taken">> {
  const found = await findHolder(ctx, phone);
  const holder = found?.id === claimantId ? null : found;
  if (holder?.isPhoneVerified) return refuse("phone_taken");
  const messages = holder
    ? await sealMessages(ctx, verifiedContactsOf(holder), {
        kind: "phone_released",
        userId: holder.id,
      })
    : [];
  return done({ phone, claim, holderId: holder?.id ?? null, messages });
}

/**
 * Locks the row of a phone's holder, as the statement before takePhoneCtes: that one then sees
 * whether the holder has verified the phone meanwhile.
 */
export function lockHolder(phone: Phone): SQL {
  return sql`SELECT id FROM users WHERE phone = ${phone} FOR NO KEY UPDATE`;
}

/**
 * CTEs `spent` and `released`, for a statement that gives the phone to its claimant: they use the
 * code up, and take the phone from its holder with the codes that were sent to it. `claimant` is an
 * item for FROM with one row; without a row nothing happens. `spent` has one row, or none when the
 * code is no longer valid. The claimant's write must select from newOwner, so that it comes after
 * these. The holder's audit event names `takerId`, whom only operators see. If another user has verified the phone meanwhile, it violates users_phone_unique.
 */
export function takePhoneCtes(
  { phone, claim, holderId, messages }: PhoneTaking,
  claimant: SQL,
  { takerId, nowMs }: { readonly takerId: UserId; readonly nowMs: number },
): SQL {
  return sql`
    spent AS (
      UPDATE contact_codes SET spent_at = now() FROM ${claimant}
      WHERE request_hash = decode(${claim.requestHash}, 'hex')
        AND hash = decode(${claim.hash}, 'hex') AND purpose = 'phone_claim'
        AND spent_at IS NULL AND expires_at > now()
      RETURNING request_hash
    ), released AS (
      UPDATE users SET phone = NULL, phone_verified_at = NULL, updated_at = now() FROM spent
      WHERE users.id = ${holderId}::uuid AND phone = ${phone} AND phone_verified_at IS NULL
      RETURNING users.id
    ), released_codes AS (
      DELETE FROM contact_codes
      WHERE channel = 'phone' AND user_id IN (SELECT id FROM released)
    ), released_event AS (
      ${auditEvent({
        id: newId("aud", nowMs),
        type: "phone_released",
        userId: sql`id`,
        details: { taken_by: toWireId("usr", takerId) },
        actorRole: "service",
        from: sql`released`,
      })}
    ), released_message AS (${putMessages(messages, sql`released`, sql`now()`)})`;
}

/** An item for FROM: one row once the code is used up and the holder's phone is free. */
export const newOwner = sql`
  (SELECT count(released.id) FROM spent LEFT JOIN released ON true GROUP BY request_hash) AS owner`;
