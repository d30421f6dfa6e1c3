import { z } from "zod";
import {
  FUNDING_DECISIONS,
  FUNDING_EVENT_REASONS,
  FUNDING_EVENT_TYPES,
  type FundingEvent,
  type FundingEventType,
} from "../domain/funding.ts";
import { type FundingEventId, fromWireId, toWireId } from "../domain/ids.ts";
import type { Page } from "../domain/page.ts";
import { exampleId, idText } from "./ids.ts";
import { type ListScope, pagedList } from "./page.ts";

const LENGTHS = { type: 64, reference: 64, payment_id: 128, amount: 40, currency: 16 } as const;
const PRINTABLE = /^[\x21-\x7e]*$/;

const printable = (max: number, description: string, example: string) =>
  z
    .string()
    .max(max)
    .regex(PRINTABLE, "must be printable ASCII without blanks")
    .default("")
    .meta({ description, examples: [example] });

const isKnown = (type: string): type is FundingEventType =>
  (FUNDING_EVENT_TYPES as readonly string[]).includes(type);

/**
 * POST /v1/funding/events. A provider may add fields, and types of which this service knows nothing:
 * they are accepted and ignored, as Standard Webhooks asks.
 */
export const FundingEventRequest = z
  .object({
    type: z
      .string()
      .min(1)
      .max(LENGTHS.type)
      .regex(PRINTABLE, "must be printable ASCII without blanks")
      .meta({
        description: `One of ${FUNDING_EVENT_TYPES.join(", ")}; others are ignored.`,
        examples: ["deposit.succeeded"],
      }),
    data: z
      .object({
        reference: printable(
          LENGTHS.reference,
          "The reference of the deposit or withdrawal.",
          "FND-261123-2M8N-4QXT-7A1B",
        ),
        payment_id: printable(
          LENGTHS.payment_id,
          "The provider's own name of the payment: two payments have two.",
          "pmt_7Q2",
        ),
        amount: printable(LENGTHS.amount, "Decimal, in major units.", "2500.00"),
        currency: printable(LENGTHS.currency, "The currency's code.", "YEM"),
      })
      .prefault({}),
  })
  .superRefine(({ type, data }, ctx) => {
    if (!isKnown(type)) return;
    const needed = type.endsWith(".succeeded") ? Object.keys(data) : ["reference"];
    for (const name of needed) {
      if (data[name as keyof typeof data] !== "") continue;
      const params = { code: "required" };
      ctx.addIssue({ code: "custom", path: ["data", name], message: "is required", params });
    }
  })
  .meta({ id: "FundingEventRequest" });

export const FundingEventAnswer = z
  .object({
    id: idText("fev", "The event, as this service has recorded it."),
    decision: z.enum(FUNDING_DECISIONS).meta({
      description:
        "`applied`: it took effect. `absorbed`: it says what was so already. `suspense`: an operator decides.",
    }),
    reason: z.enum(FUNDING_EVENT_REASONS).nullable().meta({
      description: "Why it was not applied.",
    }),
  })
  .meta({ id: "FundingEventAnswer" });

const SuspendedEventBody = z
  .object({
    id: idText("fev", "The event."),
    type: z.string().meta({ examples: ["deposit.succeeded"] }),
    reason: z.enum(FUNDING_EVENT_REASONS),
    reference: z.string().meta({ examples: ["FND-261123-2M8N-4QXT-7A1B"] }),
    payment_id: z.string().meta({ examples: ["pmt_7Q2"] }),
    amount: z.string().meta({ description: "As the provider sent it.", examples: ["2500.00"] }),
    currency: z.string().meta({ description: "As the provider sent it.", examples: ["YEM"] }),
    user_id: idText(
      "usr",
      "The owner of the deposit or withdrawal that it names; null when it names none.",
    ).nullable(),
    wallet_id: idText("wal", "Its wallet; null: the reference is unknown.").nullable(),
    received_at: z.iso.datetime().meta({ examples: ["2026-11-23T09:30:00.000Z"] }),
  })
  .meta({ id: "SuspendedEvent", description: "An event that waits for an operator." });

// Version 2: a cursor's tag covers its position.
const events = pagedList<FundingEventId>({
  name: "funding_events",
  version: 2,
  read: (text) => fromWireId("fev", text),
  write: (id) => toWireId("fev", id),
  example: exampleId("fev"),
});

/** The query of the list of events in suspense. */
export const SuspendedEventsQuery = z.strictObject(events.fields);
export const SuspendedEventsPage = events.schema(SuspendedEventBody, "SuspendedEventsPage");

/** A page of events in suspense. */
export function suspendedEventsPage(
  page: Page<FundingEvent, FundingEventId>,
  scope: ListScope,
): z.infer<typeof SuspendedEventsPage> {
  return events.body(page, scope, (event) => ({
    id: toWireId("fev", event.id),
    type: event.type,
    reason: event.reason ?? "unknown_reference",
    reference: event.reference,
    payment_id: event.paymentId,
    amount: event.amount,
    currency: event.currency,
    user_id: event.userId && toWireId("usr", event.userId),
    wallet_id: event.walletId && toWireId("wal", event.walletId),
    received_at: event.receivedAt.toISOString(),
  }));
}
