import { exponentOf, type HoldDetails, type Money } from "@mahfaza/client";
import { useState } from "preact/hooks";
import { api } from "../../api/client.ts";
import { amountText } from "../../i18n/amount.ts";
import { readTypedAmount } from "../../i18n/typed-amount.ts";
import { ActDialog } from "../../pay/act-dialog.tsx";
import { isAbove } from "../../pay/compare.ts";
import { payWords } from "../../pay/pay-words.ts";
import { without } from "../../pay/sums.ts";
import { Amount } from "../../ui/amount.tsx";
import { AmountField, amountFault } from "../../ui/amount-field.tsx";
import { Button } from "../../ui/button.tsx";
import { useCheckedForm } from "../../ui/use-checked-form.ts";
import { actWords as t } from "./act-words.ts";
import { actFormName } from "./hold-acts.ts";
import type { HoldAnswer } from "./hold-answer.ts";

interface RaiseDialogProps {
  readonly hold: HoldDetails;
  readonly onClose: () => void;
}

interface RaiseBody {
  readonly amount: Money;
}

/** The payer reserves more: the new total, above the present one. */
export function RaiseDialog({ hold, onClose }: RaiseDialogProps) {
  const { currency, amount: total } = hold;
  const [typed, setTyped] = useState("");
  return (
    <ActDialog<RaiseBody, HoldAnswer>
      title={t().act.raise}
      name={actFormName("raise", hold.id)}
      onClose={onClose}
      start={null}
      form={(onReview) => (
        <RaiseForm hold={hold} typed={typed} onTyped={setTyped} onReview={onReview} />
      )}
      post={(body, init) =>
        api.POST("/v1/holds/{id}", {
          params: { path: { id: hold.id } },
          body,
          ...init,
        })
      }
      look={({ amount }) => ({
        amount,
        currency,
        lines: [
          [t().raise.now, <Amount value={total} currency={currency} />],
          [t().raise.more, <Amount value={without(amount, total, currency)} currency={currency} />],
        ],
        button: t().raise.button(amountText(amount, currency)),
      })}
      done={({ amount }) => ({
        title: t().raise.done(amountText(amount, currency)),
        text: t().raise.doneText,
      })}
    />
  );
}

interface RaiseFormProps {
  readonly hold: HoldDetails;
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  readonly onReview: (body: RaiseBody) => void;
}

function RaiseForm({ hold, typed, onTyped, onReview }: RaiseFormProps) {
  const { currency, amount: total } = hold;
  const decimals = exponentOf(currency);
  const amount = readTypedAmount(typed, decimals);
  const shown = amountText(total, currency);
  const isHigher = amount.value !== null && isAbove(amount.value, total);
  const fault = amountFault(amount, decimals) ?? (isHigher ? null : t().raise.tooLow(shown));
  const { isTried, submit } = useCheckedForm(fault === null && amount.value, (value) =>
    onReview({ amount: value as Money }),
  );
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <AmountField
        label={t().raise.amount}
        value={typed}
        onValue={onTyped}
        currency={currency}
        hint={t().raise.hint(shown)}
        error={isTried ? fault : null}
        autofocus
      />
      <Button kind="main" type="submit">
        {payWords().review}
      </Button>
    </form>
  );
}
