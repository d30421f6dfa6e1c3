import { z } from "zod";
import { HOLD_SECONDS_MAX, HOLD_SECONDS_MIN } from "../domain/bounds.ts";
import { HOLD_ROLES, HOLD_STATES, type HoldFilter, type SeenHold } from "../domain/hold.ts";
import { fromWireId, type HoldId, toWireId } from "../domain/ids.ts";
import type { Page } from "../domain/page.ts";
import { Amount, moneyFields, toMoney } from "./amount.ts";
import { HoldBody, holdBody } from "./holds.ts";
import { exampleId, WalletId, wireId } from "./ids.ts";
import { type ListScope, pagedList } from "./page.ts";
import { PhoneText } from "./phone.ts";
import { addIssue } from "./text.ts";
import { Note, oneRecipient } from "./transaction-requests.ts";

/** The path parameter of `/v1/holds/{id}`. */
export const HoldIdParam = z.object({ id: wireId("hld", "A hold.") });

const ExpiresIn = z
  .int()
  .min(HOLD_SECONDS_MIN)
  .max(HOLD_SECONDS_MAX)
  .meta({
    description: "Seconds from now until it expires.",
    examples: [86_400],
  });

/** POST /v1/holds. */
export const PlaceHold = z
  .strictObject({
    ...moneyFields,
    from_wallet_id: WalletId.optional().meta({
      description: "One of your wallets. Without it, your default wallet of the currency.",
    }),
    to_wallet_id: WalletId.optional(),
    to_phone: PhoneText.optional().meta({
      description:
        "The payee's phone, instead of to_wallet_id. The hold is for their default wallet of the currency.",
    }),
    expires_in: ExpiresIn,
    payer_can_void: z.boolean().default(false).meta({
      description: "Whether you may void it, too. Without it only the payee may.",
    }),
    note: Note.optional(),
  })
  .transform(oneRecipient)
  .transform(toMoney)
  .meta({ id: "HoldRequest" });

/** POST /v1/holds/{id}/captures. */
export const CaptureHold = z
  .strictObject({
    amount: Amount.optional().meta({
      description: "In the currency of the hold. Without it, all that is left.",
    }),
    final: z.boolean().default(true).meta({
      description:
        "Whether the hold ends with this capture: what it leaves is free again. `false` keeps the rest reserved.",
    }),
    note: Note.optional(),
  })
  .meta({ id: "CaptureRequest" });

/** POST /v1/holds/{id}/void. */
export const VoidHold = z.strictObject({}).meta({ id: "VoidRequest" });

/** POST /v1/holds/{id}. */
export const AmendHold = z
  .strictObject({
    amount: Amount.optional().meta({
      description: "The new total in the currency of the hold, what was captured included.",
    }),
    expires_in: ExpiresIn.optional(),
  })
  .transform((body, ctx) =>
    body.amount === undefined && body.expires_in === undefined
      ? addIssue(ctx, "required", "must have at least one of amount and expires_in")
      : body,
  )
  .meta({ id: "AmendHoldRequest" });

// Version 2: a cursor's tag covers its position.
const holds = pagedList<HoldId>({
  name: "holds",
  version: 2,
  read: (text) => fromWireId("hld", text),
  write: (id) => toWireId("hld", id),
  example: exampleId("hld"),
});

/** The query of `GET /v1/holds`, parsed into a filter and a page's query. */
export const HoldsQuery = z
  .strictObject({
    ...holds.fields,
    state: z.enum(HOLD_STATES).optional().meta({ description: "Only this state." }),
    role: z.enum(HOLD_ROLES).optional().meta({
      description: "Only those that you placed, or those that you can capture.",
    }),
    wallet_id: WalletId.optional().meta({ description: "Only this wallet, one of yours." }),
  })
  .transform(({ limit, cursor, state = null, role = null, wallet_id: walletId = null }) => ({
    page: { limit, cursor },
    filter: { state, role, walletId } satisfies HoldFilter,
  }));

export const HoldsPage = holds.schema(HoldBody, "HoldsPage");

/** The wire form of a page of holds that was read in this scope. */
export function holdsPage(
  page: Page<SeenHold, HoldId>,
  scope: ListScope,
): z.infer<typeof HoldsPage> {
  return holds.body(page, scope, holdBody);
}
