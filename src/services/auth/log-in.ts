import { eq, sql } from "drizzle-orm";
import { hashPassword, needsRehash, verifyNothing, verifyPassword } from "../../crypto/password.ts";
import { users } from "../../db/schema/index.ts";
import { newId, type UserId } from "../../domain/ids.ts";
import type { Origin } from "../../domain/origin.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Phone } from "../../domain/phone.ts";
import type { ServiceContext } from "../context.ts";
import { admitGuess } from "../guessing/admit-guess.ts";
import { recordRightGuess } from "../guessing/record-right-guess.ts";
import { openSession } from "../sessions/open-session.ts";
import { userOf } from "../users/user-row.ts";
import { askSecondFactor, type SecondFactorAsked } from "./ask-second-factor.ts";
import type { LoggedIn } from "./logged-in.ts";
import { readLogIn } from "./read-log-in.ts";

export interface LogInInput {
  readonly phone: Phone;
  readonly password: string;
  readonly origin: Origin;
  /** An access token that the client had before, if it says so; see readLogIn. */
  readonly formerToken: string | null;
}

/**
 * Opens a session or, where a second factor is enrolled, asks for it. An unknown phone takes the same
 * steps as a wrong password, hash and write included, and is answered alike.
 */
export async function logIn(
  ctx: ServiceContext,
  { phone, password, origin, formerToken }: LogInInput,
): Promise<Outcome<LoggedIn | SecondFactorAsked, "invalid_credentials" | "too_many_attempts">> {
  const { holder, guess } = await readLogIn(ctx, phone, origin, formerToken);
  const admitted = await admitGuess(ctx, guess);
  if (!admitted.ok) return admitted;
  const { scryptCost } = ctx.config;
  const isRight = holder?.passwordHash
    ? await verifyPassword(password, holder.passwordHash)
    : await verifyNothing(password, scryptCost);
  const user = holder && userOf(holder);
  if (!isRight || !holder?.passwordHash || !user) {
    await recordRefusal(ctx, holder?.id ?? newId("usr", ctx.nowMs()));
    return refuse("invalid_credentials");
  }
  const { id, hasSecondFactor } = holder;
  // What follows is bound to the stored hash, so one of another cost is replaced first.
  const passwordHash = needsRehash(holder.passwordHash, scryptCost)
    ? await rehash(ctx, id, password, holder.passwordHash)
    : holder.passwordHash;
  const answer = hasSecondFactor
    ? await askSecondFactor(ctx, id, passwordHash)
    : await open(ctx, user, { passwordHash, origin });
  // The password was changed, a factor enrolled, or the person deleted, between the look and the write.
  if (!answer) return refuse("invalid_credentials");
  // Where a second factor is still asked for, too: what was counted is the password, and who waits here
  // knows it. The factor has counters of its own, and a new password makes a stranger of who knew this one.
  await recordRightGuess(ctx, admitted.value);
  return done(answer);
}

async function open(
  ctx: ServiceContext,
  user: LoggedIn["user"],
  { passwordHash, origin }: { readonly passwordHash: string; readonly origin: Origin },
): Promise<LoggedIn | null> {
  const admission = { by: "password", passwordHash } as const;
  const tokens = await openSession(ctx, { userId: user.id, admission, origin });
  return tokens && { kind: "logged_in", user, tokens };
}

/** Writes the audit event of a person who exists; for another it is the same round trip without a row. */
async function recordRefusal({ db, nowMs }: ServiceContext, userId: UserId): Promise<void> {
  const now = nowMs();
  await db.execute(sql`
    INSERT INTO audit_events (id, type, user_id, created_at)
    SELECT ${newId("aud", now)}::uuid, 'log_in_refused', id, ${new Date(now).toISOString()}::timestamptz
    FROM users WHERE id = ${userId} AND deleted_at IS NULL`);
}

/** The hash that a right password is kept as from now on: at today's cost, by whoever was first. */
async function rehash(
  { db, config }: ServiceContext,
  userId: UserId,
  password: string,
  verified: string,
): Promise<string> {
  const passwordHash = await hashPassword(password, config.scryptCost);
  const [changed] = await db
    .update(users)
    .set({ passwordHash })
    .where(sql`${users.id} = ${userId} AND ${users.passwordHash} = ${verified}`)
    .returning({ id: users.id });
  if (changed) return passwordHash;
  const [now] = await db.select().from(users).where(eq(users.id, userId));
  const isSame = now?.passwordHash && (await verifyPassword(password, now.passwordHash));
  // Not the same password any more: the old hash opens nothing.
  return (isSame && now.passwordHash) || verified;
}
