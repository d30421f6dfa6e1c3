import { type SQL, sql } from "drizzle-orm";
import { totpStepOf } from "../../crypto/totp.ts";
import { TOTP_ENROLMENT_SECONDS } from "../../domain/bounds.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import { perUserAttempt } from "../../domain/throttle.ts";
import { type ActWait, refusalOfAct } from "../audit/bounded-act.ts";
import { recordRefusal } from "../audit/refusal-event.ts";
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
import { type CountedChange, countedChange } from "./throttle/counted-change.ts";
import { recordSuccessStatement } from "./throttle/record-success.ts";

export interface FactorAdded {
  /** Shown only once; null when the user still has unused codes of an earlier set. */
  readonly recoveryCodes: readonly string[] | null;
}

export type ConfirmTotpRefusal =
  | "session_ended"
  | "account_suspended"
  | "step_up_required"
  | "factor_not_found"
  | "second_factor_wrong"
  | "too_many_attempts";

/**
 * Completes the enrolment of an authenticator app with a code, which proves that the app has the
 * secret and cannot be used again. From then on the app is required. A user who has enrolled
 * another factor meanwhile must prove that factor first: an enrolment that a thief of the session
 * has begun before must not succeed. Refuses with factor_not_found when no enrolment is pending,
 * and with second_factor_wrong.
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
  if (step === null) {
    await recordRefusal(ctx, caller.userId, "enrolment_code_refused", { method: "totp" });
    return refuse("second_factor_wrong");
  }
  const { user } = steppedUp.value;
  const change = countedChange(ctx, [perUserAttempt(user.id, "factor_change")]);
  const codes = newCodeSet();
  const messages = await sealFactorNotices(ctx, user, "totp_added");
  const confirmation = { sealed: pending.value, step, codes, messages, change };
  const confirmed = await writeInSteppedUpSession(ctx, caller, (db) => [
    db.execute(change.lock),
    db.execute<ActWait>(change.read),
    db.execute<{ codes: number }>(confirmTotpStatement(caller, confirmation, ctx.nowMs())),
    // The code was right, whatever becomes of the enrolment.
    db.execute(recordSuccessStatement(attempt.value)),
  ]);
  if (!confirmed.ok) return confirmed;
  const [, waiting, result] = confirmed.value;
  const refused = refusalOfAct(waiting);
  if (refused) return refused;
  const [row] = result.rows;
  // A concurrent request has confirmed, restarted or deleted the enrolment.
  if (!row) return refuse("factor_not_found");
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
  readonly change: CountedChange;
}

/**
 * Returns one row with the number of new recovery codes; none when the enrolment is no longer
 * pending.
 */
function confirmTotpStatement(
  caller: Caller,
  { sealed, step, codes, messages, change }: Confirmation,
  nowMs: number,
): SQL {
  const at = sql`now()`;
  return sql`
    WITH confirmed AS (
      UPDATE totp_factors SET confirmed_at = ${at}, last_used_at = ${at},
        last_used_step = ${step}::bigint
      WHERE user_id = ${caller.userId} AND confirmed_at IS NULL AND sealed_secret = ${sealed}
        AND ${hasSteppedUpSession(caller)} AND ${change.isAllowed}
      RETURNING user_id
    ), ${change.count(sql`EXISTS (SELECT FROM confirmed)`)}, ${factorAddedCtes(sql`confirmed`, caller, { event: "totp_enrolled", codes, messages }, nowMs)}
    SELECT (SELECT count(*)::int FROM codes) AS codes FROM confirmed`;
}
