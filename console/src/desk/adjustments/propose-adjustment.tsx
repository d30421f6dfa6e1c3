import type { ComponentChildren } from "preact";
import { api } from "../../api/client.ts";
import { words } from "../../i18n/words.ts";
import { Proposed } from "../proposals/proposed.tsx";
import { OperatorAct } from "../ui/operator-act.tsx";
import { AdjustmentFields } from "./adjustment-fields.tsx";
import type { AdjustmentForm } from "./use-adjustment.ts";

const t = words({
  en: {
    done: "The adjustment is proposed. Another admin must approve it within 24 hours; no money has moved.",
  },
  ar: { done: "اقتُرحت التسوية. يجب أن يوافق مدير آخر خلال 24 ساعة؛ لم يُنقل أي مال بعد." },
});

interface ProposeAdjustmentProps {
  readonly texts: { readonly title: string; readonly what: string; readonly submit: string };
  readonly walletId: string;
  readonly form: AdjustmentForm;
  /** Whether the fields above the form can be sent. */
  readonly isComplete?: boolean;
  /** Fields above those of the form. */
  readonly fields?: (isTried: boolean) => ComponentChildren;
  readonly onClose: () => void;
}

/** Proposes a credit or a debit of a wallet by hand; another admin decides. */
export function ProposeAdjustment(props: ProposeAdjustmentProps) {
  const { texts, walletId, form, isComplete = true, fields, onClose } = props;
  return (
    <OperatorAct
      texts={{ ...texts, done: () => <Proposed kind="money">{t().done}</Proposed> }}
      needsSecond
      isComplete={form.isComplete && isComplete}
      send={() =>
        api.POST("/v1/admin/wallets/{id}/adjustments", {
          params: { path: { id: walletId } },
          body: form.body(),
        })
      }
      changes={["desk:proposals:money", "desk:health"]}
      onClose={onClose}
      fields={(isTried) => (
        <>
          {fields?.(isTried)}
          <AdjustmentFields form={form} isTried={isTried} />
        </>
      )}
    />
  );
}
