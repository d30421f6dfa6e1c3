import { eq, sql } from "drizzle-orm";
import type { HashTurn } from "../../crypto/hash-queue.ts";
import {
  hashPassword,
  needsRehash,
  verifyDummyPassword,
  verifyPassword,
} from "../../crypto/password.ts";
import { users } from "../../db/schema/index.ts";
import { newId, type UserId } from "../../domain/ids.ts";
import type { Origin } from "../../domain/origin.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import { withoutEffect } from "../../domain/statement-effect.ts";
import { recordRefusal } from "../audit/refusal-event.ts";
import type { ServiceContext } from "../context.ts";
import type { LoginName } from "./login/login-attempt.ts";
import { type LoggedIn, openSession } from "./login/open-session.ts";
import { readLogin } from "./login/read-login.ts";
import { requireSecondFactor, type SecondFactorRequired } from "./login/require-second-factor.ts";
import { withHashSlot } from "./passwords/with-hash-slot.ts";
import { type AdmittedAttempt, admitAttempt } from "./throttle/admit-attempt.ts";

export interface LoginInput {
  readonly name: LoginName;
  readonly password: string;
  readonly origin: Origin;
  /** An access token that this client received earlier, if it sent one; see readLogin. */
  readonly formerToken: string | null;
}

export type LoginRefusal = "invalid_credentials" | "too_many_attempts" | "service_busy";

/**
 * Opens a session or, when the user has a second factor, returns a challenge for it. An unknown
 * name and a wrong password both refuse with invalid_credentials after equal work, hash and write
 * included. Refuses also with too_many_attempts and service_busy, both with a delay after which to
 * retry.
 */
export async function logIn(
  ctx: ServiceContext,
  input: LoginInput,
): Promise<Outcome<LoggedIn | SecondFactorRequired, LoginRefusal>> {
  const checked = await withHashSlot(ctx, (slot) => checkPassword(slot, ctx, input));
  if (!checked.ok) return checked;
  const { userId, hasSecondFactor, ...password } = checked.value;
  // The attempt counts as a success even before the second factor is proven: it was an attempt at
  // the password only. The factor has counters of its own, and a change of the password ends the
  // trust in this source.
  if (hasSecondFactor) return done(await requireSecondFactor(ctx, userId, password));
  const { passwordHash, attempt } = password;
  const admission = { by: "password", passwordHash } as const;
  const opened = await openSession(ctx, { userId, admission, attempt, origin: input.origin });
  if (opened.kind === "logged_in") return done(opened);
  if (opened.kind === "too_many") return opened.refusal;
  // Between the check and this write, the password was changed, a factor enrolled or the user
  // deleted.
  await recordRefusal(ctx, userId, "log_in_refused");
  return refuse("invalid_credentials");
}

/** The user, as read when their password was checked. */
interface CorrectPassword {
  readonly userId: UserId;
  readonly hasSecondFactor: boolean;
  /**
   * A session is opened only while this hash is stored, so not after a concurrent change of
   * password.
   */
  readonly passwordHash: string;
  readonly attempt: AdmittedAttempt;
}

async function checkPassword(
  turn: HashTurn,
  ctx: ServiceContext,
  { name, password, origin, formerToken }: LoginInput,
): Promise<Outcome<CorrectPassword, LoginRefusal>> {
  const { holder, attempt } = await readLogin(ctx, name, origin, formerToken);
  const admitted = await admitAttempt(ctx, attempt);
  if (!admitted.ok) return admitted;
  const { scryptCost } = ctx.config;
  const isCorrect = holder?.passwordHash
    ? await verifyPassword(password, holder.passwordHash, turn)
    : await verifyDummyPassword(password, scryptCost, turn);
  if (!isCorrect || !holder?.passwordHash) {
    await recordRefusal(ctx, holder?.id ?? newId("usr", ctx.nowMs()), "log_in_refused");
    return refuse("invalid_credentials");
  }
  const { id: userId, hasSecondFactor } = holder;
  // Opening the session compares the stored hash, so an outdated hash is replaced before.
  const passwordHash = needsRehash(holder.passwordHash, scryptCost)
    ? await withoutEffect(rehash(turn, ctx, userId, { password, verified: holder.passwordHash }))
    : holder.passwordHash;
  return done({ userId, hasSecondFactor, passwordHash, attempt: admitted.value });
}

/**
 * Replaces the hash of a correct password by one of the configured cost and returns the hash that
 * is stored now, which may be that of a concurrent login.
 */
async function rehash(
  turn: HashTurn,
  { db, config }: ServiceContext,
  userId: UserId,
  { password, verified }: { readonly password: string; readonly verified: string },
): Promise<string> {
  const passwordHash = await hashPassword(password, config.scryptCost, turn);
  const [changed] = await db
    .update(users)
    .set({ passwordHash })
    .where(sql`${users.id} = ${userId} AND ${users.passwordHash} = ${verified}`)
    .returning({ id: users.id });
  if (changed) return passwordHash;
  const [now] = await db.select().from(users).where(eq(users.id, userId));
  const isSamePassword =
    now?.passwordHash && (await verifyPassword(password, now.passwordHash, turn));
  // If the password itself was changed, the old hash is returned, and no session is opened with it.
  return (isSamePassword && now.passwordHash) || verified;
}
