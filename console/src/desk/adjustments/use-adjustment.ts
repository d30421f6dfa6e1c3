import { type components, exponentOf, money } from "@mahfaza/client";
import { useState } from "preact/hooks";
import { readTypedAmount, type TypedAmount } from "../../i18n/typed-amount.ts";
import { isTicket } from "../ui/ticket.ts";
import type { AdjustmentReason } from "../words/money.ts";

type Body = components["schemas"]["ProposeAdjustmentRequest"];

/** What an operator fills in; texts are as they were typed. */
interface AdjustmentFieldsState {
  readonly direction: Body["direction"];
  readonly amount: string;
  readonly reason: AdjustmentReason | null;
  readonly ticket: string;
}

export interface AdjustmentForm {
  readonly currency: string;
  readonly fields: AdjustmentFieldsState;
  readonly set: (change: Partial<AdjustmentFieldsState>) => void;
  readonly typed: TypedAmount;
  readonly isComplete: boolean;
  readonly body: () => Body;
}

const EMPTY: AdjustmentFieldsState = { direction: "credit", amount: "", reason: null, ticket: "" };

/** The form of an adjustment; `event` is the provider's event that it resolves. */
export function useAdjustment(
  currency: string,
  start: Partial<AdjustmentFieldsState> = {},
  event: string | null = null,
): AdjustmentForm {
  const [fields, setFields] = useState({ ...EMPTY, ...start });
  const { direction, reason, ticket } = fields;
  const typed = readTypedAmount(fields.amount, exponentOf(currency));
  return {
    currency,
    fields,
    set: (change) => setFields({ ...fields, ...change }),
    typed,
    isComplete: typed.value !== null && reason !== null && isTicket(ticket),
    body: () => ({
      direction,
      amount: money(typed.value ?? "0", currency),
      currency,
      reason: reason as AdjustmentReason,
      ...(ticket && { ticket }),
      ...(event && { funding_event_id: event }),
    }),
  };
}
