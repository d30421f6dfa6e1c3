import { z } from "zod";
import { fromWireId, type Id, toWireId } from "../domain/ids.ts";
import type { Page } from "../domain/page.ts";
import {
  WAITING_DEPOSITS,
  WAITING_WITHDRAWALS,
  type WaitingDeposit,
  type WaitingWithdrawal,
} from "../domain/waiting-funding.ts";
import { DepositBody, depositBody, WithdrawalBody, withdrawalBody } from "./funding.ts";
import { exampleId, idText } from "./ids.ts";
import { type ListScope, pagedList } from "./page.ts";

// Version 2: a cursor's tag covers its position.
const deposits = pagedList<Id<"dpi">>({
  name: "waiting_deposits",
  version: 2,
  read: (text) => fromWireId("dpi", text),
  write: (id) => toWireId("dpi", id),
  example: exampleId("dpi"),
});

// Version 2: a cursor's tag covers its position.
const withdrawals = pagedList<Id<"pay">>({
  name: "waiting_withdrawals",
  version: 2,
  read: (text) => fromWireId("pay", text),
  write: (id) => toWireId("pay", id),
  example: exampleId("pay"),
});

/** The query of `GET /v1/admin/deposits`. */
export const WaitingDepositsQuery = z.strictObject({
  ...deposits.fields,
  status: z.enum(WAITING_DEPOSITS).optional().meta({ description: "The only one that waits." }),
});

/** The query of `GET /v1/admin/withdrawals`. */
export const WaitingWithdrawalsQuery = z.strictObject({
  ...withdrawals.fields,
  status: z.enum(WAITING_WITHDRAWALS).optional().meta({
    description:
      "`pending`: to be handed to the provider. `sent`: the provider has accepted it. Without it, both.",
  }),
});

const watchedFields = {
  user_id: idText("usr", "The user."),
  age_seconds: z.int().meta({
    description: "How long ago it was made, by the database's clock.",
    examples: [1_800],
  }),
};

export const WaitingDepositBody = DepositBody.omit({ instructions: true })
  .extend(watchedFields)
  .meta({ id: "WaitingDeposit", description: "A deposit that waits, as operators see it." });

export const WaitingWithdrawalBody = WithdrawalBody.extend({
  ...watchedFields,
  attempts: z.int().meta({
    description: "How often the service tried to hand it to the provider.",
    examples: [3],
  }),
  next_attempt_at: z.iso
    .datetime()
    .nullable()
    .meta({
      description:
        "When the next attempt is due. A payout is not sent while its wallet is frozen for debits or its user is suspended. Null once it is `sent`.",
      examples: ["2026-11-23T09:34:00.000Z"],
    }),
}).meta({ id: "WaitingWithdrawal", description: "A withdrawal that waits, as operators see it." });

export const WaitingDepositsPage = deposits.schema(WaitingDepositBody, "WaitingDepositsPage");
export const WaitingWithdrawalsPage = withdrawals.schema(
  WaitingWithdrawalBody,
  "WaitingWithdrawalsPage",
);

function waitingDepositBody(deposit: WaitingDeposit): z.infer<typeof WaitingDepositBody> {
  const { instructions: _, ...body } = depositBody(deposit, "");
  return {
    ...body,
    user_id: toWireId("usr", deposit.userId),
    age_seconds: deposit.ageSeconds,
  };
}

function waitingWithdrawalBody(one: WaitingWithdrawal): z.infer<typeof WaitingWithdrawalBody> {
  return {
    ...withdrawalBody(one),
    user_id: toWireId("usr", one.userId),
    age_seconds: one.ageSeconds,
    attempts: one.attempts,
    next_attempt_at: one.nextAttemptAt?.toISOString() ?? null,
  };
}

/** A page of deposits that wait. */
export function waitingDepositsPage(page: Page<WaitingDeposit, Id<"dpi">>, scope: ListScope) {
  return deposits.body(page, scope, waitingDepositBody);
}

/** A page of withdrawals that wait. */
export function waitingWithdrawalsPage(page: Page<WaitingWithdrawal, Id<"pay">>, scope: ListScope) {
  return withdrawals.body(page, scope, waitingWithdrawalBody);
}
