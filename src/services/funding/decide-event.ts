import { sql } from "drizzle-orm";
import type { MoneyCommand } from "../../domain/command.ts";
import {
  FUNDING_EVENT_TYPES,
  type FundingDecision,
  type FundingEventData,
  type FundingEventReason,
} from "../../domain/funding.ts";
import { decideFundingEvent, type FundingStep } from "../../domain/funding-decision.ts";
import type { FundingEventId, FundingId, TransactionId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import { notPosted } from "../commands/route-command.ts";
import { submitMoney } from "../commands/submit-money.ts";
import type { ServiceContext } from "../context.ts";
import { type FundingIntent, findIntent } from "./find-intent.ts";
import type { FundingEventRow } from "./funding-event-row.ts";
import { serviceCommand } from "./service-command.ts";

export interface DecidedEvent {
  readonly id: FundingEventId;
  readonly decision: FundingDecision;
  readonly reason: FundingEventReason | null;
}

type Undecided = "service_busy" | "outcome_unknown";

/** How often an event is decided again because its deposit or withdrawal changed meanwhile. */
const TRIES_MAX = 3;

/**
 * Decides a recorded event. Where money moves, the ledger decides under the wallet's lock, and
 * writes the decision in the same commit; it refuses what has changed since it was read here, and
 * the event is decided again. Refuses with service_busy or outcome_unknown: it stays undecided.
 */
export async function decideEvent(
  ctx: ServiceContext,
  row: FundingEventRow,
): Promise<Outcome<DecidedEvent, Undecided>> {
  const event = dataOf(row);
  if (!event) return write(ctx, row.id, { kind: "absorb", reason: "unknown_type" });
  for (let tried = 0; tried < TRIES_MAX; tried++) {
    const intent = await findIntent(ctx, row.reference);
    const step = decideFundingEvent(event, intent);
    if ("reason" in step) return write(ctx, row.id, step);
    if (!intent) throw new Error("an event without its deposit or withdrawal moves money");
    const refusal = await apply(ctx, row.id, step.kind, intent);
    if (refusal) return refusal;
    const decided = await readDecision(ctx, row.id);
    if (decided) return done(decided);
  }
  return refuse("service_busy");
}

function dataOf(row: FundingEventRow): FundingEventData | null {
  const type = FUNDING_EVENT_TYPES.find((known) => known === row.type);
  const { reference, payment_id: paymentId, amount, currency } = row;
  return type ? { type, reference, paymentId, amount, currency } : null;
}

const TYPES = { credit: "DEPOSIT", settle: "WITHDRAW", release: "RELEASE" } as const;

/** Tries to apply the event; the decision that was written shows whether it was. */
async function apply(
  ctx: ServiceContext,
  eventId: FundingEventId,
  step: Exclude<FundingStep, { readonly reason: unknown }>["kind"],
  intent: FundingIntent,
): Promise<Outcome<never, Undecided> | null> {
  if (step === "fail") {
    await failDeposit(ctx, eventId, intent.id);
    return null;
  }
  const outcome = await submitMoney(
    ctx,
    commandOf(ctx, eventId, TYPES[step], intent),
    intent.walletId,
  );
  switch (outcome.kind) {
    case "recorded":
      return null;
    case "refused":
      return outcome.code === "too_many_attempts" ? refuse("service_busy") : null;
    case "previewed":
      throw new Error("a service command was answered as a dry run");
    default:
      return notPosted(outcome);
  }
}

/** The event's id is the transaction's: the same event posts nothing twice. */
function commandOf(
  ctx: ServiceContext,
  eventId: FundingEventId,
  type: "DEPOSIT" | "WITHDRAW" | "RELEASE",
  intent: FundingIntent,
): MoneyCommand {
  const transactionId = eventId as string as TransactionId;
  return serviceCommand(ctx.config, intent, type, transactionId);
}

/** Ends a pending deposit that the provider has failed. No money moves. */
async function failDeposit(
  { db }: Pick<ServiceContext, "db">,
  eventId: FundingEventId,
  id: FundingId,
): Promise<void> {
  await db.execute(sql`
    WITH failed AS (
      UPDATE funding_intents f
      SET status = 'failed', failure_code = 'provider_failed', completed_at = now()
      WHERE f.id = ${id} AND f.direction = 'deposit' AND f.status = 'pending'
        AND f.expires_at > now()
        AND EXISTS (SELECT FROM funding_events e WHERE e.id = ${eventId} AND e.decision IS NULL)
      RETURNING f.id
    )
    UPDATE funding_events e SET decision = 'applied', decided_at = now() FROM failed
    WHERE e.id = ${eventId} AND e.decision IS NULL`);
}

const DECISIONS = { absorb: "absorbed", suspend: "suspense" } as const;

/** Writes a decision that moves nothing. */
async function write(
  ctx: ServiceContext,
  id: FundingEventId,
  { kind, reason }: Extract<FundingStep, { readonly reason: unknown }>,
): Promise<Outcome<DecidedEvent, Undecided>> {
  await ctx.db.execute(sql`
    UPDATE funding_events SET decision = ${DECISIONS[kind]}, reason = ${reason}, decided_at = now()
    WHERE id = ${id} AND decision IS NULL`);
  const decided = await readDecision(ctx, id);
  return decided ? done(decided) : refuse("service_busy");
}

async function readDecision(
  { db }: Pick<ServiceContext, "db">,
  id: FundingEventId,
): Promise<DecidedEvent | null> {
  const { rows } = await db.execute<{
    decision: FundingDecision | null;
    reason: FundingEventReason | null;
  }>(sql`SELECT decision, reason FROM funding_events WHERE id = ${id}`);
  const [row] = rows;
  return row?.decision ? { id, decision: row.decision, reason: row.reason } : null;
}
