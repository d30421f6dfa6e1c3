import { sql } from "drizzle-orm";
import { hashPassword } from "../../crypto/password.ts";
import { requestFingerprint } from "../../crypto/request-fingerprint.ts";
import { auditEvent } from "../../db/audit-event.ts";
import { isUniqueViolation } from "../../db/postgres-error.ts";
import { idempotencyKeys, users, wallets } from "../../db/schema/index.ts";
import { DEFAULT_CURRENCY } from "../../domain/currency.ts";
import { newId } from "../../domain/ids.ts";
import type { Origin } from "../../domain/origin.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Phone } from "../../domain/phone.ts";
import type { ServiceContext } from "../context.ts";
import { passwordWeakness } from "./passwords/password-weakness.ts";
import { withHashSlot } from "./passwords/with-hash-slot.ts";
import {
  type FindRegistrationRefusal,
  findRegistration,
} from "./registration/find-registration.ts";
import { type Registration, registrationOf } from "./registration/registration.ts";

export interface RegisterInput {
  readonly username: string;
  readonly phone: Phone;
  readonly password: string;
  readonly idempotencyKey: string | null;
  readonly origin: Origin;
}

export type RegisterRefusal = "weak_password" | "service_busy" | FindRegistrationRefusal;

/**
 * Registers a user with their default wallet. Idempotency keys are scoped to the user with the
 * phone. The fingerprint does not contain the password, because no fast hash of a password may be
 * stored. Refuses with weak_password (and the reason), service_busy, and as findRegistration does.
 */
export async function register(
  ctx: ServiceContext,
  input: RegisterInput,
): Promise<Outcome<Registration, RegisterRefusal>> {
  const parts = ["register", input.username, input.phone];
  const fingerprints = requestFingerprint(ctx.config.fingerprintKey, parts);
  return withHashSlot(ctx, async (slot) => {
    // The cheap read comes first: estimating and hashing the password are costly for the isolate.
    const earlier = await findRegistration(ctx, input, fingerprints, slot);
    if (earlier) return earlier;
    const weakness = await passwordWeakness(input.password, input);
    if (weakness) return refuse("weak_password", weakness);
    const passwordHash = await hashPassword(input.password, ctx.config.scryptCost, slot);
    try {
      return done(await write(ctx, input, fingerprints.fingerprint, passwordHash));
    } catch (error) {
      if (!isUniqueViolation(error, "users_phone_unique")) throw error;
      // A concurrent request has registered the phone; it may be this request, sent twice.
      return (await findRegistration(ctx, input, fingerprints, slot)) ?? refuse("phone_taken");
    }
  });
}

async function write(
  { db, nowMs }: ServiceContext,
  { username, phone, idempotencyKey: key }: RegisterInput,
  fingerprint: string,
  passwordHash: string,
): Promise<Registration> {
  const now = nowMs();
  const createdAt = new Date(now);
  const userId = newId("usr", now);
  const walletId = newId("wal", now);
  await db.batch([
    db
      .insert(users)
      .values({ id: userId, username, phone, passwordHash, createdAt, updatedAt: createdAt }),
    db.insert(wallets).values({
      id: walletId,
      ownerId: userId,
      currency: DEFAULT_CURRENCY,
      isDefault: true,
      createdAt,
    }),
    db.execute(auditEvent({ id: newId("aud", now), type: "user_registered", userId, walletId })),
    key === null
      ? db.execute(sql`SELECT`)
      : db.insert(idempotencyKeys).values({ userId, key, fingerprint, walletId, createdAt }),
  ]);
  return registrationOf({ userId, username, phone, walletId, createdAt, isReplay: false });
}
