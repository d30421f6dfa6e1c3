import { type components, exponentOf, money } from "@mahfaza/client";
import { useState } from "preact/hooks";
import { readTypedAmount, type TypedAmount } from "../../../i18n/typed-amount.ts";
import { isTicket } from "../../ui/ticket.ts";
import type { AdjustmentReason } from "../../words/money.ts";

type Body = components["schemas"]["ProposeAdjustmentRequest"];

export interface AdjustmentForm {
  readonly fields: Fields;
  readonly set: (change: Partial<Fields>) => void;
  readonly typed: TypedAmount;
  readonly decimals: number;
  /** The amount as it is sent; null while it cannot be. */
  readonly amount: string | null;
  readonly isTried: boolean;
  /** Shows what is missing; says whether anything is. */
  readonly check: () => boolean;
  readonly body: () => Body;
}

interface Fields {
  readonly direction: Body["direction"];
  readonly amount: string;
  readonly reason: AdjustmentReason | null;
  readonly ticket: string;
}

/** The form of an adjustment; `event` is the provider's event that it resolves. */
export function useAdjustment(
  currency: string,
  start: Partial<Fields> = {},
  event: string | null = null,
): AdjustmentForm {
  const [fields, setFields] = useState<Fields>({
    direction: "credit",
    amount: "",
    reason: null,
    ticket: "",
    ...start,
  });
  const [isTried, setTried] = useState(false);
  const decimals = exponentOf(currency);
  const typed = readTypedAmount(fields.amount, decimals);
  return {
    fields,
    set: (change) => setFields({ ...fields, ...change }),
    typed,
    decimals,
    amount: typed.value,
    isTried,
    check: () => {
      setTried(true);
      return typed.value !== null && fields.reason !== null && isTicket(fields.ticket);
    },
    body: () => ({
      direction: fields.direction,
      amount: money(typed.value ?? "0", currency),
      currency,
      reason: fields.reason as AdjustmentReason,
      ...(fields.ticket && { ticket: fields.ticket }),
      ...(event && { funding_event_id: event }),
    }),
  };
}
