import { eq, sql } from "drizzle-orm";
import type { HashTurn } from "../../crypto/hash-queue.ts";
import {
  hashPassword,
  needsRehash,
  verifyDummyPassword,
  verifyPassword,
} from "../../crypto/password.ts";
import { auditEvent } from "../../db/audit-event.ts";
import { users } from "../../db/schema/index.ts";
import { newId, type UserId } from "../../domain/ids.ts";
import type { Origin } from "../../domain/origin.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Phone } from "../../domain/phone.ts";
import type { ServiceContext } from "../context.ts";
import { type LoggedIn, openSession } from "./login/open-session.ts";
import { readLogin } from "./login/read-login.ts";
import { requireSecondFactor, type SecondFactorRequired } from "./login/require-second-factor.ts";
import { withHashSlot } from "./passwords/with-hash-slot.ts";
import { type AdmittedAttempt, admitAttempt } from "./throttle/admit-attempt.ts";

export interface LoginInput {
  readonly phone: Phone;
  readonly password: string;
  readonly origin: Origin;
  /** An access token that the client had before, if it says so; see readLogin. */
  readonly formerToken: string | null;
}

export type LoginRefusal = "invalid_credentials" | "too_many_attempts" | "service_busy";

/**
 * Opens a session or, where a second factor is enrolled, asks for it. An unknown phone takes the same
 * steps as a wrong password, hash and write included, and is answered alike.
 */
export async function logIn(
  ctx: ServiceContext,
  input: LoginInput,
): Promise<Outcome<LoggedIn | SecondFactorRequired, LoginRefusal>> {
  const tried = await withHashSlot(ctx, (slot) => tryPassword(slot, ctx, input));
  if (!tried.ok) return tried;
  const { userId, hasSecondFactor, ...password } = tried.value;
  // Where a second factor is still asked for, the try is given back, too: what was counted is the password, and
  // who waits here knows it. The factor has counters of its own, and a new password makes a stranger of
  // who knew this one.
  if (hasSecondFactor) return done(await requireSecondFactor(ctx, userId, password));
  const { passwordHash, attempt } = password;
  const admission = { by: "password", passwordHash } as const;
  const opened = await openSession(ctx, { userId, admission, attempt, origin: input.origin });
  // The password was changed, a factor enrolled, or the person deleted, between the look and the write.
  return opened.kind === "logged_in" ? done(opened) : refuse("invalid_credentials");
}

/** Whose password was right, as they were when it was tried. */
interface RightPassword {
  readonly userId: UserId;
  readonly hasSecondFactor: boolean;
  /** What follows is bound to it: a password that is changed meanwhile lets nobody in. */
  readonly passwordHash: string;
  readonly attempt: AdmittedAttempt;
}

async function tryPassword(
  turn: HashTurn,
  ctx: ServiceContext,
  { phone, password, origin, formerToken }: LoginInput,
): Promise<Outcome<RightPassword, LoginRefusal>> {
  const { holder, attempt } = await readLogin(ctx, phone, origin, formerToken);
  const admitted = await admitAttempt(ctx, attempt);
  if (!admitted.ok) return admitted;
  const { scryptCost } = ctx.config;
  const isRight = holder?.passwordHash
    ? await verifyPassword(password, holder.passwordHash, turn)
    : await verifyDummyPassword(password, scryptCost, turn);
  if (!isRight || !holder?.passwordHash) {
    await recordRefusal(ctx, holder?.id ?? newId("usr", ctx.nowMs()));
    return refuse("invalid_credentials");
  }
  const { id: userId, hasSecondFactor } = holder;
  // What follows is bound to the stored hash, so one of another cost is replaced first.
  const passwordHash = needsRehash(holder.passwordHash, scryptCost)
    ? await rehash(turn, ctx, userId, { password, verified: holder.passwordHash })
    : holder.passwordHash;
  return done({ userId, hasSecondFactor, passwordHash, attempt: admitted.value });
}

/** Writes the audit event of a person who exists; for another it is the same round trip without a row. */
async function recordRefusal({ db, nowMs }: ServiceContext, userId: UserId): Promise<void> {
  await db.execute(
    auditEvent({
      id: newId("aud", nowMs()),
      type: "log_in_refused",
      userId: sql`id`,
      from: sql`users`,
      where: sql`id = ${userId} AND deleted_at IS NULL`,
    }),
  );
}

/** The hash that a right password is kept as from now on: at today's cost, by whoever was first. */
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
  const isSame = now?.passwordHash && (await verifyPassword(password, now.passwordHash, turn));
  // Not the same password any more: the old hash opens nothing.
  return (isSame && now.passwordHash) || verified;
}
