import type { HashTurn } from "../../crypto/hash-queue.ts";
import { hashPassword } from "../../crypto/password.ts";
import { type RequestFingerprint, requestFingerprint } from "../../crypto/request-fingerprint.ts";
import { isUniqueViolation } from "../../db/postgres-error.ts";
import type { Origin } from "../../domain/origin.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Phone } from "../../domain/phone.ts";
import type { ServiceContext } from "../context.ts";
import { deliverSoon } from "../messages/deliver-soon.ts";
import { passwordWeakness } from "./passwords/password-weakness.ts";
import { withHashSlot } from "./passwords/with-hash-slot.ts";
import { type PhoneTaking, prepareTaking } from "./phone-claims/take-phone.ts";
import { type PresentedClaim, tryClaim } from "./phone-claims/try-claim.ts";
import {
  type FindRegistrationRefusal,
  findRegistration,
} from "./registration/find-registration.ts";
import type { Registration } from "./registration/registration.ts";
import { writeRegistration } from "./registration/write-registration.ts";

export interface RegisterInput {
  readonly username: string;
  readonly phone: Phone;
  readonly password: string;
  /** Proves the phone, also one that another user has without having verified it. */
  readonly phoneClaim: PresentedClaim | null;
  readonly idempotencyKey: string | null;
  readonly origin: Origin;
}

export type RegisterRefusal =
  | "weak_password"
  | "service_busy"
  | "code_refused"
  | FindRegistrationRefusal;

/**
 * Registers a user with their default wallet. Idempotency keys are scoped to the user with the
 * phone. The fingerprint does not contain the password, because no fast hash of a password may be
 * stored. With a claim the phone is verified from the start, and an unverified holder loses it in
 * the same commit. Refuses with code_refused (a wrong code of the claim), weak_password (and the
 * reason), service_busy, and as findRegistration does.
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
    const isOpen = earlier === null || (isPhoneTaken(earlier) && input.phoneClaim !== null);
    if (!isOpen) return earlier;
    const taking = await provePhone(ctx, input);
    if (!taking.ok) return (await replayOf(ctx, input, fingerprints, slot)) ?? taking;
    const weakness = await passwordWeakness(input.password, input);
    if (weakness) return refuse("weak_password", weakness);
    const passwordHash = await hashPassword(input.password, ctx.config.scryptCost, slot);
    try {
      const person = { ...input, fingerprint: fingerprints.fingerprint, passwordHash };
      const registered = await writeRegistration(ctx, person, taking.value);
      deliverSoon(ctx, taking.value?.messages ?? []);
      if (registered) return done(registered);
    } catch (error) {
      if (!isUniqueViolation(error, "users_phone_unique")) throw error;
    }
    // A concurrent request has registered the phone or used the claim up; it may be this request,
    // sent twice.
    const found = await findRegistration(ctx, input, fingerprints, slot);
    return found ?? refuse(taking.value ? "code_refused" : "phone_taken");
  });
}

const isPhoneTaken = (outcome: Outcome<Registration, FindRegistrationRefusal>): boolean =>
  !outcome.ok && outcome.code === "phone_taken";

/**
 * The registration that a concurrent request with the same key has made meanwhile, if there is one:
 * it has used the claim up.
 */
async function replayOf(
  ctx: ServiceContext,
  input: RegisterInput,
  fingerprints: RequestFingerprint,
  turn: HashTurn,
): Promise<Outcome<Registration, FindRegistrationRefusal> | null> {
  if (input.idempotencyKey === null) return null;
  const found = await findRegistration(ctx, input, fingerprints, turn);
  return found?.ok ? found : null;
}

/** Checks the claim of a registration, if it has one; null without. */
async function provePhone(
  ctx: ServiceContext,
  { phone, phoneClaim, origin }: RegisterInput,
): Promise<Outcome<PhoneTaking | null, "code_refused" | "too_many_attempts" | "phone_taken">> {
  if (phoneClaim === null) return done(null);
  const proven = await tryClaim(ctx, phone, phoneClaim, origin);
  return proven.ok ? prepareTaking(ctx, phone, proven.value, null) : proven;
}
