import { createRoute } from "@hono/zod-openapi";
import { EXAMPLE } from "../../contract/examples.ts";
import { CheckRecipient, RecipientBody, recipientBody } from "../../contract/recipients.ts";
import { checkRecipient } from "../../services/money/check-recipient.ts";
import { readRecipient } from "../body-values.ts";
import { authenticated } from "../middleware/authenticated.ts";
import { jsonBody } from "../middleware/json-body.ts";
import { orProblem } from "../or-problem.ts";
import { problemAnswers } from "../problem-answers.ts";
import { BODY_PROBLEMS, TOKEN_PROBLEMS } from "../problem-sets.ts";
import { BEARER, createRouter, jsonAnswer, jsonRequest } from "../routing.ts";

const check = createRoute({
  method: "post",
  path: "/check",
  tags: ["transfers"],
  operationId: "checkRecipient",
  summary: "Check a recipient before you pay",
  description:
    "Shows whom a transfer to this phone or wallet would reach. A recipient who cannot be paid is `recipient_not_found`, whatever the reason, and counts like a transfer to an unknown recipient. All checks of a day are counted, too.",
  security: BEARER,
  middleware: [authenticated, jsonBody],
  request: {
    body: jsonRequest(CheckRecipient, {
      byPhone: { phone: EXAMPLE.recipientPhone },
      byWallet: { wallet_id: EXAMPLE.recipientWallet },
    }),
  },
  responses: {
    200: jsonAnswer("The recipient.", RecipientBody, {
      recipient: {
        name: "B*** N***",
        is_verified: true,
        currencies: ["USD", "YEM"],
        opens_wallets: false,
      },
    }),
    ...problemAnswers(
      ...TOKEN_PROBLEMS,
      ...BODY_PROBLEMS,
      "account_suspended",
      "recipient_not_found",
      "too_many_attempts",
    ),
  },
});

export const recipientRoutes = createRouter().openapi(check, async (c) => {
  const { services, caller } = c.var;
  const recipient = readRecipient(services.config, c.req.valid("json"));
  return c.json(recipientBody(orProblem(await checkRecipient(services, caller, recipient))), 200);
});
