import { exponentOf } from "@mahfaza/client";
import { words } from "../../i18n/words.ts";
import { AmountField, amountFault } from "../../ui/amount-field.tsx";
import { Choice } from "../../ui/choice.tsx";
import { ReasonField } from "../ui/reason-field.tsx";
import { TicketField } from "../ui/ticket-field.tsx";
import { ADJUSTMENT_REASON } from "../words/money.ts";
import { optionsOf } from "../words/name.ts";
import type { AdjustmentForm } from "./use-adjustment.ts";

const t = words({
  en: {
    direction: "Direction",
    credit: "Credit: add to the balance",
    debit: "Debit: take from it",
    amount: "Amount",
  },
  ar: {
    direction: "الاتجاه",
    credit: "إضافة إلى الرصيد",
    debit: "خصم من الرصيد",
    amount: "المبلغ",
  },
});

interface FieldsProps {
  readonly form: AdjustmentForm;
  /** Whether the fields say what is missing. */
  readonly isTried: boolean;
}

/** Direction, amount, reason and case number of an adjustment. */
export function AdjustmentFields({ form, isTried }: FieldsProps) {
  const { currency, fields, set, typed } = form;
  return (
    <>
      <Choice
        label={t().direction}
        value={fields.direction}
        options={[
          ["credit", t().credit],
          ["debit", t().debit],
        ]}
        onValue={(direction) => set({ direction })}
      />
      <AmountField
        label={t().amount}
        value={fields.amount}
        onValue={(amount) => set({ amount })}
        currency={currency}
        error={isTried ? amountFault(typed, exponentOf(currency)) : null}
      />
      <ReasonField
        value={fields.reason}
        onValue={(reason) => set({ reason })}
        options={optionsOf(ADJUSTMENT_REASON)}
        isTried={isTried}
      />
      <TicketField value={fields.ticket} onValue={(ticket) => set({ ticket })} isTried={isTried} />
    </>
  );
}
