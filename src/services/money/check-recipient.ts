import { type SQL, sql } from "drizzle-orm";
import { maskedName } from "../../domain/masked-name.ts";
import { done, type Outcome, refuse, refuseForNow } from "../../domain/outcome.ts";
import type { CheckedRecipient, NamedRecipient } from "../../domain/recipient.ts";
import { withoutEffect } from "../../domain/statement-effect.ts";
import { perUserAttempt, SOURCE_POLICY } from "../../domain/throttle.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { hasActiveSession } from "../identity/sessions/session-conditions.ts";
import { writeInSession } from "../identity/sessions/write-in-session.ts";
import { countersOf, type ThrottleCounter } from "../identity/throttle/attempt-counters.ts";
import {
  countedCte,
  decisionCtes,
  lockCountersStatement,
} from "../identity/throttle/count-attempt.ts";
import { recipientCounterKey } from "./recipient-counter.ts";
import { type RecipientRow, recipientRows } from "./recipient-rows.ts";

export type RecipientCheckRefusal =
  | "session_ended"
  | "account_suspended"
  | "too_many_attempts"
  | "recipient_not_found";

/** Without a name, no transfer would arrive. */
interface CheckRow extends Record<string, unknown> {
  readonly wait_seconds: number;
  readonly name: string | null;
  readonly is_verified: boolean | null;
  readonly currencies: RecipientRow["currencies"] | null;
  readonly opens_wallets: boolean | null;
}

/**
 * Shows the masked name of the person whom a transfer to this phone or wallet would reach. There is
 * one refusal, recipient_not_found, for each recipient whom a transfer would refuse so: unknown, not
 * verified where that is needed, frozen, closed or full. Suspended people receive money, so they are
 * shown like others. One statement finds and counts, so that the reasons for a refusal differ
 * neither in the answer nor in the work.
 *
 * Every check is counted (RECIPIENT_CHECKS_PER_DAY), and one that finds nobody also by the counter of
 * transfers to unknown recipients. A wait of either applies to all recipients. Refuses with
 * session_ended, account_suspended, too_many_attempts (and the delay) and recipient_not_found.
 */
export async function checkRecipient(
  ctx: ServiceContext,
  caller: Caller,
  recipient: NamedRecipient,
): Promise<Outcome<CheckedRecipient, RecipientCheckRefusal>> {
  const counters = checkCounters(ctx, caller);
  const only = hasActiveSession(caller);
  const isAdmitted = sql`(SELECT wait_seconds FROM decision) <= 0`;
  const rows = recipientRows(ctx, caller, recipient, isAdmitted);
  // A lost reply leaves nothing that the caller could notice but a counted check.
  const checked = await withoutEffect(
    writeInSession(ctx, caller, (db) => [
      db.execute(lockCountersStatement(counters, only)),
      db.execute<CheckRow>(findAndCount(counters, only, rows)),
    ]),
  );
  if (!checked.ok) return checked;
  const [row] = checked.value[1].rows;
  if (!row) throw new Error("the counters of a check returned no row");
  if (row.wait_seconds > 0) return refuseForNow("too_many_attempts", row.wait_seconds);
  const { name, currencies } = row;
  if (name === null || currencies === null) return refuse("recipient_not_found");
  return done({
    name: maskedName(name),
    isVerified: row.is_verified ?? false,
    currencies,
    opensWallets: row.opens_wallets ?? false,
  });
}

function checkCounters(ctx: ServiceContext, caller: Caller): readonly ThrottleCounter[] {
  const unknown = recipientCounterKey(ctx, caller);
  return [
    countersOf(ctx, perUserAttempt(caller.userId, "recipient_check"))[0],
    { key: unknown, covers: "all", policy: SOURCE_POLICY },
  ];
}

function findAndCount(counters: readonly ThrottleCounter[], only: SQL, rows: SQL): SQL {
  // The daily counter is the one of the source; the other counts recipients who are not found.
  const isCounted = sql`(counter.covers = 'source' OR NOT EXISTS (SELECT FROM found))`;
  return sql`
    WITH ${decisionCtes(counters, only)}, found AS MATERIALIZED (${rows}),
      ${countedCte(isCounted)}
    SELECT decision.wait_seconds, found.name, found.is_verified, found.currencies,
      found.opens_wallets
    FROM decision LEFT JOIN found ON true`;
}
