import { createRoute } from "@hono/zod-openapi";
import { FundingEventAnswer, FundingEventRequest } from "../../contract/funding-events.ts";
import { APPLIED_EVENT, PENDING_DEPOSIT } from "../../contract/funding-examples.ts";
import { toWireId } from "../../domain/ids.ts";
import { receiveEvent } from "../../services/funding/receive-event.ts";
import { recentWebhook, signedByProvider } from "../middleware/signed-webhook.ts";
import { orProblem } from "../or-problem.ts";
import { problemAnswersWith } from "../problem-answers.ts";
import { BODY_PROBLEMS, OPEN_WRITE_PROBLEMS } from "../problem-sets.ts";
import { createRouter, jsonAnswer, jsonRequest, PUBLIC } from "../routing.ts";

const WEBHOOK_HEADERS = [
  ["webhook-id", "The event's identifier: the same at each attempt."],
  ["webhook-timestamp", "The time of this attempt, in seconds since 1970."],
  ["webhook-signature", "`v1,` and the signature in base 64; several are separated by blanks."],
].map(([name = "", description = ""]) => ({
  name,
  in: "header" as const,
  required: true,
  description,
  schema: { type: "string" as const },
}));

/** Unknown fields are accepted; what an event of a known type lacks is refused. */
const INCOMPLETE = {
  invalid_request: {
    errors: [
      { in: "body" as const, pointer: "/data/amount", code: "required", message: "is required" },
    ],
  },
};

const receive = createRoute({
  method: "post",
  path: "/events",
  tags: ["funding"],
  operationId: "receiveFundingEvent",
  summary: "Receive an event of the provider",
  description:
    "For the provider of deposits and withdrawals, not for users. The event is signed as Standard Webhooks 1.0.0 says. It is recorded once for each `webhook-id`; a repeat gets the same answer. Any answer but 200 asks for another attempt.",
  security: PUBLIC,
  middleware: [recentWebhook, signedByProvider] as const,
  parameters: WEBHOOK_HEADERS,
  request: {
    body: jsonRequest(FundingEventRequest, {
      succeeded: {
        type: "deposit.succeeded",
        data: {
          reference: PENDING_DEPOSIT.reference,
          payment_id: "pmt_7Q2",
          amount: "2500.00",
          currency: "YEM",
        },
      },
    }),
  },
  responses: {
    200: jsonAnswer("The event is recorded and decided.", FundingEventAnswer, {
      applied: APPLIED_EVENT,
    }),
    ...problemAnswersWith(
      INCOMPLETE,
      ...OPEN_WRITE_PROBLEMS,
      ...BODY_PROBLEMS,
      "webhook_signature_invalid",
      "idempotency_key_reused",
    ),
  },
});

/** Mounted under /v1/funding. */
export const fundingEventRoutes = createRouter().openapi(receive, async (c) => {
  const { type, data } = c.req.valid("json");
  const { reference, payment_id: paymentId, amount, currency } = data;
  const webhookId = c.req.header("webhook-id") ?? "";
  const event = { type, reference, paymentId, amount, currency, webhookId };
  const received = await receiveEvent(c.var.services, { ...event, body: c.var.signedBody });
  const { id, decision, reason } = orProblem(received);
  return c.json({ id: toWireId("fev", id), decision, reason }, 200);
});
