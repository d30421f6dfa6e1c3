import type { HashTurn } from "../../../crypto/hash-queue.ts";
import { verifyPassword } from "../../../crypto/password.ts";
import { done, type Outcome, refuse } from "../../../domain/outcome.ts";
import { withoutEffect } from "../../../domain/statement-effect.ts";
import { recordRefusal } from "../../audit/refusal-event.ts";
import type { Caller, ServiceContext } from "../../context.ts";
import { admitAttempt } from "../throttle/admit-attempt.ts";
import { recordSuccess } from "../throttle/record-success.ts";

/**
 * Checks the caller's password against `passwordHash`. Attempts are throttled, so a stolen session
 * cannot try passwords faster than at the login. A wrong one is recorded. Refuses with
 * wrong_password, or too_many_attempts and the delay.
 */
export async function verifyCurrentPassword(
  ctx: ServiceContext,
  { userId, sessionId }: Caller,
  { password, passwordHash }: { readonly password: string; readonly passwordHash: string },
  turn: HashTurn,
): Promise<Outcome<null, "wrong_password" | "too_many_attempts">> {
  const source = { by: "session", name: sessionId } as const;
  const admitted = await admitAttempt(ctx, { kind: "current_password", subject: userId, source });
  if (!admitted.ok) return admitted;
  if (!(await verifyPassword(password, passwordHash, turn))) {
    await recordRefusal(ctx, userId, "current_password_refused");
    return refuse("wrong_password");
  }
  await withoutEffect(recordSuccess(ctx, admitted.value));
  return done(null);
}
