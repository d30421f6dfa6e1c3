import type { HashTurn } from "../../crypto/hash-queue.ts";
import { hashPassword } from "../../crypto/password.ts";
import { resetTokenHash } from "../../crypto/reset-token.ts";
import { lockUser } from "../../db/active-session.ts";
import { type Contact, verifiedContactsOf } from "../../domain/contact.ts";
import type { Email } from "../../domain/email.ts";
import { newId } from "../../domain/ids.ts";
import type { Origin } from "../../domain/origin.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { ServiceContext } from "../context.ts";
import { deliverSoon } from "../messages/deliver-soon.ts";
import { sealMessages } from "../messages/seal-message.ts";
import { trustResetsStatement } from "./contacts/admit-sending.ts";
import { codeHash } from "./contacts/code-hash.ts";
import { trustLoginStatement } from "./login/login-attempt.ts";
import { findReset } from "./password-reset/find-reset.ts";
import { type ResetCode, trying, writing } from "./password-reset/password-reset-statements.ts";
import { passwordWeakness } from "./passwords/password-weakness.ts";
import { withHashSlot } from "./passwords/with-hash-slot.ts";
import { admitAttempt } from "./throttle/admit-attempt.ts";
import { recordSuccess } from "./throttle/record-success.ts";

export interface PasswordReset {
  /** What requestPasswordReset answered. */
  readonly resetToken: string;
  readonly code: string;
  readonly newPassword: string;
}

export type ResetRefusal = "code_refused" | "weak_password" | "too_many_attempts" | "service_busy";

/** Where the code of a reset that is not there was sent: nowhere, by the same steps. */
const NOWHERE: Contact = { channel: "email", address: "nobody@invalid.example" as Email };

/**
 * Sets a new password for who has both a reset's token and the code that was sent, and ends all the
 * person's sessions. It proves no second factor: where one has settled, logging in asks for it as
 * before. One that is new goes, so that nobody is shut out by what a thief enrolled. A reset that is not
 * there is answered like a wrong code, after the same steps.
 * Source: OWASP, Forgot Password Cheat Sheet.
 */
export function resetPassword(
  ctx: ServiceContext,
  reset: PasswordReset,
  origin: Origin,
): Promise<Outcome<null, ResetRefusal>> {
  return withHashSlot(ctx, (slot) => resetIn(slot, ctx, reset, origin));
}

async function resetIn(
  turn: HashTurn,
  ctx: ServiceContext,
  { resetToken, code, newPassword }: PasswordReset,
  origin: Origin,
): Promise<Outcome<null, ResetRefusal>> {
  const requestHash = resetTokenHash(resetToken);
  if (!requestHash) return refuse("code_refused");
  const source = { by: "address", name: origin.network } as const;
  const attempt = { kind: "password_reset", subject: requestHash, source } as const;
  const admitted = await admitAttempt(ctx, attempt);
  if (!admitted.ok) return admitted;
  const reached = await findReset(ctx, requestHash);
  const userId = reached?.user.id ?? newId("usr", ctx.nowMs());
  const contact = reached?.contact ?? NOWHERE;
  const hash = codeHash(ctx, requestHash, userId, contact, code);
  const sent: ResetCode = { requestHash, userId, contact, hash };
  const [, { rows }] = await ctx.db.batch([
    ctx.db.execute(lockUser(userId)),
    ctx.db.execute<{ is_right: boolean }>(trying(sent, ctx.nowMs())),
  ]);
  if (!reached || !rows[0]?.is_right) return refuse("code_refused");

  // A weak password costs nothing: only the write spends the code.
  const weakness = await passwordWeakness(newPassword, reached.user);
  if (weakness) return refuse("weak_password", weakness);
  const passwordHash = await hashPassword(newPassword, ctx.config.scryptCost, turn);
  const contacts = verifiedContactsOf(reached.user);
  const messages = await sealMessages(ctx, contacts, { kind: "password_changed" });
  const removal = { kind: "factor_changed", change: "new_factors_removed" } as const;
  const messagesOfRemoval = await sealMessages(ctx, contacts, removal);
  const now = ctx.nowMs();
  const [, written] = await ctx.db.batch([
    // What follows sees every session that was opened before it.
    ctx.db.execute(lockUser(userId)),
    ctx.db.execute(writing(sent, { passwordHash, messages, messagesOfRemoval }, now)),
    ctx.db.execute(
      trustLoginStatement(ctx, { ...reached.user, passwordChangedAt: new Date(now) }, [source]),
    ),
    ctx.db.execute(trustResetsStatement(ctx, contact, origin)),
  ]);
  // Somebody was faster with the same code, or the contact was changed.
  if (written.rows.length === 0) return refuse("code_refused");
  await recordSuccess(ctx, admitted.value);
  deliverSoon(ctx, [...messages, ...messagesOfRemoval]);
  return done(null);
}
