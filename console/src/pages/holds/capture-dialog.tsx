import { exponentOf, type HoldDetails } from "@mahfaza/client";
import { useState } from "preact/hooks";
import { api } from "../../api/client.ts";
import { amountText } from "../../i18n/amount.ts";
import { readTypedAmount } from "../../i18n/typed-amount.ts";
import { ActDialog, type ActLook } from "../../pay/act-dialog.tsx";
import { NoteField } from "../../pay/note-field.tsx";
import { payWords } from "../../pay/pay-words.ts";
import { partFault } from "../../pay/spendable.ts";
import { Amount } from "../../ui/amount.tsx";
import { AmountField } from "../../ui/amount-field.tsx";
import { Button } from "../../ui/button.tsx";
import { CheckField } from "../../ui/field.tsx";
import { useCheckedForm } from "../../ui/use-checked-form.ts";
import { actWords as t } from "./act-words.ts";
import { type CaptureBody, captureBody, restOf } from "./capture.ts";
import { actFormName } from "./hold-acts.ts";
import type { HoldAnswer, HoldPreview } from "./hold-answer.ts";

interface CaptureDialogProps {
  readonly hold: HoldDetails;
  readonly onClose: () => void;
}

/** The payee takes reserved money: all that is left or a part, and the last one or not. */
export function CaptureDialog({ hold, onClose }: CaptureDialogProps) {
  const [typed, setTyped] = useState<string>(hold.capturable);
  const [isFinal, setFinal] = useState(true);
  const [note, setNote] = useState("");
  return (
    <ActDialog<CaptureBody, HoldAnswer>
      title={t().act.capture}
      name={actFormName("capture", hold.id)}
      onClose={onClose}
      start={null}
      form={(onReview) => (
        <CaptureForm
          hold={hold}
          values={{ typed, isFinal, note }}
          onTyped={setTyped}
          onFinal={setFinal}
          onNote={setNote}
          onReview={onReview}
        />
      )}
      post={(body, init) =>
        api.POST("/v1/holds/{id}/captures", {
          params: { path: { id: hold.id } },
          body,
          ...init,
        })
      }
      look={(body, preview) => captureLook(hold, body, preview)}
      done={({ amount, currency }) => ({
        title: t().capture.done(amountText(amount, currency)),
        text: t().capture.doneText,
      })}
    />
  );
}

function captureLook(hold: HoldDetails, body: CaptureBody, preview: HoldPreview | null): ActLook {
  const { currency } = hold;
  const leg = preview?.legs[0];
  const rest = restOf(hold, body.amount);
  return {
    amount: body.amount,
    currency,
    lines: [
      leg && [t().after, <Amount value={leg.balance_after} currency={currency} />],
      body.final
        ? [t().capture.rest, <Amount value={rest} currency={currency} />]
        : [t().leftAfter, <Amount value={rest} currency={currency} />],
      body.note !== undefined && [t().note, <bdi dir="auto">{body.note}</bdi>],
    ],
    ...(body.final && { warning: `${t().capture.ends}.` }),
    button: t().capture.button(amountText(body.amount, currency)),
  };
}

interface CaptureFormProps {
  readonly hold: HoldDetails;
  readonly values: { readonly typed: string; readonly isFinal: boolean; readonly note: string };
  readonly onTyped: (typed: string) => void;
  readonly onFinal: (isFinal: boolean) => void;
  readonly onNote: (note: string) => void;
  readonly onReview: (body: CaptureBody) => void;
}

function CaptureForm({ hold, values, onTyped, onFinal, onNote, onReview }: CaptureFormProps) {
  const { currency, capturable } = hold;
  const amount = readTypedAmount(values.typed, exponentOf(currency));
  const left = amountText(capturable, currency);
  const fault = partFault(amount, currency, capturable);
  const { isTried, submit } = useCheckedForm(fault === null && amount.value, (value) =>
    onReview(captureBody(value, values.isFinal, values.note)),
  );
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <AmountField
        label={t().capture.amount}
        value={values.typed}
        onValue={onTyped}
        currency={currency}
        hint={t().capture.upTo(left)}
        error={isTried ? fault : null}
        autofocus
      />
      <CheckField
        label={t().capture.end}
        hint={t().capture.endHint}
        checked={values.isFinal}
        onValue={onFinal}
      />
      <NoteField label={t().note} hint={t().noteHint} value={values.note} onValue={onNote} />
      <Button kind="main" type="submit">
        {payWords().review}
      </Button>
    </form>
  );
}
