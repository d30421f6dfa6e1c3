import type { HashTurn } from "../../crypto/hash-queue.ts";
import { hashPassword } from "../../crypto/password.ts";
import { requestTokenHash } from "../../crypto/request-token.ts";
import { lockUser } from "../../db/active-session.ts";
import { type Contact, verifiedContactsOf } from "../../domain/contact.ts";
import type { Email } from "../../domain/email.ts";
import { newId } from "../../domain/ids.ts";
import type { Origin } from "../../domain/origin.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import { afterEffect } from "../../domain/statement-effect.ts";
import type { ServiceContext } from "../context.ts";
import { deliverSoon } from "../messages/deliver-soon.ts";
import { sealMessages } from "../messages/seal-message.ts";
import { trustResetsStatement } from "./contacts/admit-sending.ts";
import { codeHash } from "./contacts/code-hash.ts";
import { loginNameOf, trustLoginStatement } from "./login/login-attempt.ts";
import { findReset } from "./password-reset/find-reset.ts";
import {
  type ResetCode,
  resetPasswordStatement,
  tryResetCodeStatement,
} from "./password-reset/password-reset-statements.ts";
import { passwordWeakness } from "./passwords/password-weakness.ts";
import { withHashSlot } from "./passwords/with-hash-slot.ts";
import { admitAttempt } from "./throttle/admit-attempt.ts";
import { recordSuccess } from "./throttle/record-success.ts";

export interface PasswordReset {
  /** The token that requestPasswordReset returned. */
  readonly resetToken: string;
  readonly code: string;
  readonly newPassword: string;
}

export type ResetRefusal = "code_refused" | "weak_password" | "too_many_attempts" | "service_busy";

/**
 * The contact that is hashed for an unknown reset, so that its steps equal those of a known one.
 */
const DUMMY_CONTACT: Contact = { channel: "email", address: "nobody@invalid.example" as Email };

/**
 * Sets a new password, given both the token of a reset and the code that was sent, and ends all
 * sessions of the user. It proves no second factor: login still requires one. But a factor that was
 * enrolled within FACTOR_SETTLES_HOURS, and after the contact was verified, is removed, so that a
 * thief who enrolled one cannot lock the user out. A suspended user keeps every factor. An unknown
 * reset is refused like a wrong code (code_refused), after equal steps. Refuses also with
 * weak_password (and the reason), too_many_attempts and service_busy. Source: OWASP, Forgot
 * Password Cheat Sheet.
 */
export function resetPassword(
  ctx: ServiceContext,
  reset: PasswordReset,
  origin: Origin,
): Promise<Outcome<null, ResetRefusal>> {
  return withHashSlot(ctx, (slot) => resetInSlot(slot, ctx, reset, origin));
}

async function resetInSlot(
  turn: HashTurn,
  ctx: ServiceContext,
  { resetToken, code, newPassword }: PasswordReset,
  origin: Origin,
): Promise<Outcome<null, ResetRefusal>> {
  const requestHash = requestTokenHash("mpr_", resetToken);
  if (!requestHash) return refuse("code_refused");
  const source = { by: "address", name: origin.network } as const;
  const attempt = { kind: "password_reset", subject: requestHash, source } as const;
  const admitted = await admitAttempt(ctx, attempt);
  if (!admitted.ok) return admitted;
  const found = await findReset(ctx, requestHash);
  const userId = found?.user.id ?? newId("usr", ctx.nowMs());
  const contact = found?.contact ?? DUMMY_CONTACT;
  const hash = codeHash(ctx, requestHash, userId, contact, code);
  const presented: ResetCode = { requestHash, userId, contact, hash };
  const [, { rows }] = await ctx.db.batch([
    ctx.db.execute(lockUser(userId)),
    ctx.db.execute<{ is_correct: boolean }>(tryResetCodeStatement(presented, ctx.nowMs())),
  ]);
  if (!found || !rows[0]?.is_correct) return refuse("code_refused");

  // A weak password does not use the code up: only the write below spends it.
  const weakness = await passwordWeakness(newPassword, found.user);
  if (weakness) return refuse("weak_password", weakness);
  const passwordHash = await hashPassword(newPassword, ctx.config.scryptCost, turn);
  const contacts = verifiedContactsOf(found.user);
  const messages = await sealMessages(ctx, contacts, { kind: "password_changed" });
  const removal = { kind: "factor_changed", change: "new_factors_removed" } as const;
  const removalMessages = await sealMessages(ctx, contacts, removal);
  const now = ctx.nowMs();
  const [, written] = await ctx.db.batch([
    // Locked first, so that the next statement sees every session that was opened before.
    ctx.db.execute(lockUser(userId)),
    ctx.db.execute(
      resetPasswordStatement(presented, { passwordHash, messages, removalMessages }, now),
    ),
    ctx.db.execute(
      trustLoginStatement(
        ctx,
        {
          name: loginNameOf(found.user),
          createdAt: found.user.createdAt,
          passwordChangedAt: new Date(now),
        },
        [source],
      ),
    ),
    ctx.db.execute(trustResetsStatement(ctx, contact, origin)),
  ]);
  // A concurrent request has used the code, or the contact was changed.
  if (written.rows.length === 0) return refuse("code_refused");
  await afterEffect(recordSuccess(ctx, admitted.value));
  deliverSoon(ctx, [...messages, ...removalMessages]);
  return done(null);
}
