import { and, eq, sql } from "drizzle-orm";
import type { HashTurn } from "../../../crypto/hash-queue.ts";
import { verifyPassword } from "../../../crypto/password.ts";
import type { RequestFingerprint } from "../../../crypto/request-fingerprint.ts";
import { idempotencyKeys, users } from "../../../db/schema/index.ts";
import { isSameRequest } from "../../../domain/command.ts";
import type { Origin } from "../../../domain/origin.ts";
import { done, type Outcome, refuse } from "../../../domain/outcome.ts";
import type { Phone } from "../../../domain/phone.ts";
import { withoutEffect } from "../../../domain/statement-effect.ts";
import { recordRefusal } from "../../audit/refusal-event.ts";
import type { ServiceContext } from "../../context.ts";
import { loginAttempt } from "../login/login-attempt.ts";
import { admitAttempt } from "../throttle/admit-attempt.ts";
import { recordSuccess } from "../throttle/record-success.ts";
import { type Registration, registrationOf } from "./registration.ts";

interface Request {
  readonly username: string;
  readonly phone: Phone;
  readonly password: string;
  readonly idempotencyKey: string | null;
  readonly origin: Origin;
}

export type FindRegistrationRefusal =
  | "phone_taken"
  | "idempotency_key_reused"
  | "too_many_attempts";

/**
 * Finds the registration of a phone; null when the phone is free. The first outcome is returned
 * again only if key, fingerprint and password match: otherwise phone_taken (another key) or
 * idempotency_key_reused. The password check is throttled and counted as a login attempt
 * (too_many_attempts).
 */
export async function findRegistration(
  ctx: Pick<ServiceContext, "config" | "db" | "nowMs">,
  { username, phone, password, idempotencyKey, origin }: Request,
  fingerprints: RequestFingerprint,
  turn: HashTurn,
): Promise<Outcome<Registration, FindRegistrationRefusal> | null> {
  const [found] = await ctx.db
    .select({
      userId: users.id,
      passwordHash: users.passwordHash,
      passwordChangedAt: users.passwordChangedAt,
      createdAt: users.createdAt,
      // Equal only if the registration itself verified the phone; see writeRegistration.
      isPhoneVerified: sql<boolean>`coalesce(${users.phoneVerifiedAt} = ${users.createdAt}, false)`,
      walletId: idempotencyKeys.walletId,
      fingerprint: idempotencyKeys.fingerprint,
    })
    .from(users)
    .leftJoin(
      idempotencyKeys,
      and(eq(idempotencyKeys.userId, users.id), eq(idempotencyKeys.key, idempotencyKey ?? "")),
    )
    .where(eq(users.phone, phone));
  if (!found) return null;
  const { userId, walletId, createdAt, passwordHash, isPhoneVerified } = found;
  if (found.fingerprint === null) return refuse("phone_taken");
  if (!isSameRequest(found.fingerprint, fingerprints) || !walletId || !passwordHash) {
    return refuse("idempotency_key_reused");
  }
  const source = { by: "address", name: origin.network } as const;
  const admitted = await admitAttempt(ctx, loginAttempt(phone, source, found));
  if (!admitted.ok) return admitted;
  if (!(await verifyPassword(password, passwordHash, turn))) {
    // A repeated registration is an attempt at the password of the registered user.
    await recordRefusal(ctx, userId, "log_in_refused");
    return refuse("idempotency_key_reused");
  }
  await withoutEffect(recordSuccess(ctx, admitted.value));
  const facts = { userId, username, phone, walletId, createdAt, isPhoneVerified };
  return done(registrationOf({ ...facts, isReplay: true }));
}
