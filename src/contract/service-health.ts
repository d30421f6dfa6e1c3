import { z } from "zod";
import { HEALTH_COUNT_MAX, HEALTH_REFUSALS_HOURS } from "../domain/bounds.ts";
import { FAILURE_CODES } from "../domain/refusal.ts";
import type { ServiceHealth, Waiting } from "../domain/service-health.ts";

const MAX_TEXT = HEALTH_COUNT_MAX.toLocaleString("en");

const count = (example: number) =>
  z.int().meta({
    description: `At most ${MAX_TEXT}: that number says so many or more.`,
    examples: [example],
  });

const moment = (description: string, example = "2026-11-23T09:30:00.018204Z") =>
  z.iso.datetime().meta({ description, examples: [example] });

const WaitingBody = z
  .object({ count: count(2), oldest_at: moment("Of the oldest. Null: nothing waits.").nullable() })
  .meta({ id: "Waiting", description: "How much waits, and since when." });

export const ServiceHealthBody = z
  .object({
    database_time: moment("The database's clock."),
    ledger: z.object({
      verified_at: moment(
        "When the job `verify_ledger` last ran, each minute. Null: not since this release.",
      ).nullable(),
      verified_from: moment("Where the last span that it checked began.").nullable(),
      verified_until: moment("Every transaction posted up to this was checked.").nullable(),
      problems: count(0),
    }),
    messages: WaitingBody.meta({ description: "Messages that are not delivered yet." }),
    deposits: WaitingBody.meta({ description: "Deposits that the provider has no money for yet." }),
    payouts: z
      .object({ pending: WaitingBody, sent: WaitingBody })
      .meta({ description: "Payouts to hand to the provider, and those that it has accepted." }),
    funding_events: WaitingBody.meta({
      description: "Events of the provider that are not decided yet; those in suspense are.",
    }),
    suspended_events: WaitingBody.meta({
      description: `Events that wait in suspense for an operator, among the newest ${MAX_TEXT} events in suspense.`,
    }),
    overdue_holds: WaitingBody.meta({
      description: "Holds whose time has passed and whose rows a job is to close.",
    }),
    open_proposals: z
      .object({ roles: count(0), rates: count(1), money: count(0) })
      .meta({ description: "What waits for a second admin." }),
    refusals: z.array(z.object({ code: z.enum(FAILURE_CODES), count: count(12) })).meta({
      description: `The failed transactions of the last ${HEALTH_REFUSALS_HOURS} hours by failure_code; no code without one.`,
    }),
  })
  .meta({
    id: "ServiceHealth",
    description: "The service's state in numbers, without personal data.",
  });

const waitingBody = ({ count, oldestAt }: Waiting): z.infer<typeof WaitingBody> => ({
  count,
  oldest_at: oldestAt,
});

/** The wire form of the service's state. */
export function serviceHealthBody(health: ServiceHealth): z.infer<typeof ServiceHealthBody> {
  const { ledger, payouts, proposals } = health;
  return {
    database_time: health.now,
    ledger: {
      verified_at: ledger.verifiedAt,
      verified_from: ledger.verifiedFrom,
      verified_until: ledger.verifiedUntil,
      problems: ledger.problems,
    },
    messages: waitingBody(health.messages),
    deposits: waitingBody(health.deposits),
    payouts: { pending: waitingBody(payouts.pending), sent: waitingBody(payouts.sent) },
    funding_events: waitingBody(health.fundingEvents),
    suspended_events: waitingBody(health.suspendedEvents),
    overdue_holds: waitingBody(health.overdueHolds),
    open_proposals: { ...proposals },
    refusals: health.refusals.map(({ code, count }) => ({ code, count })),
  };
}
