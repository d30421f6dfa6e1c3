import { type SQL, sql } from "drizzle-orm";
import { totpStepOf } from "../../crypto/totp.ts";
import { TOTP_ENROLMENT_SECONDS } from "../../domain/bounds.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { deliverSoon } from "../messages/deliver-soon.ts";
import type { SealedMessage } from "../messages/seal-message.ts";
import { sealFactorNotices } from "./factors/factor-notices.ts";
import { factorAddedCtes, newCodeSet, type RecoveryCodeSet } from "./factors/new-factor.ts";
import { openTotp } from "./factors/sealed-totp.ts";
import { requireStepUp } from "./profile/prove-identity.ts";
import { readInSession } from "./sessions/read-in-session.ts";
import { hasSteppedUpSession } from "./sessions/session-conditions.ts";
import { writeInSteppedUpSession } from "./sessions/write-in-session.ts";
import { admitAttempt } from "./throttle/admit-attempt.ts";
import { admitChange } from "./throttle/admit-change.ts";
import { recordSuccess } from "./throttle/record-success.ts";

export interface FactorAdded {
  /** Shown once; null when the person has some left from before. */
  readonly recoveryCodes: readonly string[] | null;
}

export type ConfirmTotpRefusal =
  | "session_ended"
  | "step_up_required"
  | "factor_not_found"
  | "second_factor_wrong"
  | "too_many_attempts";

/**
 * Ends an enrolment: a code proves that the app has the secret, and from then on it is asked for. The
 * code is used up by it. Who has another factor by now proves that one first: what a thief began before
 * its owner enrolled one must not become the thief's own.
 */
export async function confirmTotp(
  ctx: ServiceContext,
  caller: Caller,
  { code }: { readonly code: string },
): Promise<Outcome<FactorAdded, ConfirmTotpRefusal>> {
  const steppedUp = await requireStepUp(ctx, caller);
  if (!steppedUp.ok) return steppedUp;
  const pending = await readPending(ctx, caller);
  if (!pending.ok) return pending;
  const source = { by: "session", name: caller.sessionId } as const;
  const attempt = await admitAttempt(ctx, { kind: "totp", subject: caller.userId, source });
  if (!attempt.ok) return attempt;
  const secret = await openTotp(ctx, caller.userId, pending.value);
  const step = totpStepOf(secret, code, ctx.nowMs());
  if (step === null) return refuse("second_factor_wrong");
  const { user } = steppedUp.value;
  const admitted = await admitChange(ctx, user.id, "factor_change");
  if (!admitted.ok) return admitted;
  const codes = newCodeSet();
  const messages = await sealFactorNotices(ctx, user, "totp_added");
  const confirmation = { sealed: pending.value, step, codes, messages };
  const confirmed = await writeInSteppedUpSession(ctx, caller, (db) => [
    db.execute<{ codes: number }>(confirming(caller, confirmation, ctx.nowMs())),
  ]);
  if (!confirmed.ok) return confirmed;
  const [row] = confirmed.value[0].rows;
  // Confirmed, begun anew or dropped for another factor by another request meanwhile.
  if (!row) return refuse("factor_not_found");
  await recordSuccess(ctx, attempt.value);
  deliverSoon(ctx, messages);
  return done({ recoveryCodes: row.codes > 0 ? codes.codes : null });
}

async function readPending(
  ctx: ServiceContext,
  caller: Caller,
): Promise<Outcome<string, "session_ended" | "factor_not_found">> {
  const read = await readInSession(ctx, caller, (db) => [
    db.execute<{ sealed_secret: string }>(sql`
      SELECT sealed_secret FROM totp_factors WHERE user_id = ${caller.userId}
        AND confirmed_at IS NULL
        AND created_at > now() - make_interval(secs => ${TOTP_ENROLMENT_SECONDS}::int)`),
  ]);
  if (!read.ok) return read;
  const [row] = read.value[0].rows;
  return row ? done(row.sealed_secret) : refuse("factor_not_found");
}

interface Confirmation {
  readonly sealed: string;
  readonly step: number;
  readonly codes: RecoveryCodeSet;
  readonly messages: readonly SealedMessage[];
}

/** A row with how many recovery codes were made with it; none when there is nothing to confirm any more. */
function confirming(
  caller: Caller,
  { sealed, step, codes, messages }: Confirmation,
  nowMs: number,
): SQL {
  const at = sql`now()`;
  return sql`
    WITH confirmed AS (
      UPDATE totp_factors SET confirmed_at = ${at}, last_used_at = ${at},
        last_used_step = ${step}::bigint
      WHERE user_id = ${caller.userId} AND confirmed_at IS NULL AND sealed_secret = ${sealed}
        AND ${hasSteppedUpSession(caller)}
      RETURNING user_id
    ), ${factorAddedCtes(sql`confirmed`, caller, { event: "totp_enrolled", codes, messages }, nowMs)}
    SELECT (SELECT count(*)::int FROM codes) AS codes FROM confirmed`;
}
