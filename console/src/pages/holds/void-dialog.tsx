import type { HoldDetails } from "@mahfaza/client";
import { api } from "../../api/client.ts";
import { amountText } from "../../i18n/amount.ts";
import { ActDialog } from "../../pay/act-dialog.tsx";
import { actWords as t } from "./act-words.ts";
import { actFormName } from "./hold-acts.ts";
import type { HoldAnswer } from "./hold-answer.ts";

interface VoidDialogProps {
  readonly hold: HoldDetails;
  readonly onClose: () => void;
}

/** Gives up what is left of a hold: as its payee, or as its payer where the hold allows it. */
export function VoidDialog({ hold, onClose }: VoidDialogProps) {
  const left = amountText(hold.capturable, hold.currency);
  return (
    <ActDialog<Record<string, never>, HoldAnswer>
      title={t().act.void}
      name={actFormName("void", hold.id)}
      onClose={onClose}
      start={{}}
      form={null}
      post={(body, init) =>
        api.POST("/v1/holds/{id}/void", {
          params: { path: { id: hold.id } },
          body,
          ...init,
        })
      }
      look={() => ({
        amount: hold.capturable,
        currency: hold.currency,
        text: hold.role === "payer" ? t().void.payer : t().void.payee,
        lines: [],
        warning: t().void.warning,
        button: t().void.button(left),
      })}
      done={({ amount, currency }) => ({
        title: t().void.done,
        text: t().void.doneText(amountText(amount, currency)),
      })}
    />
  );
}
