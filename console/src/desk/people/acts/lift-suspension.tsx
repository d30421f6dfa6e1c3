import { useState } from "preact/hooks";
import { api } from "../../../api/client.ts";
import { invalidate } from "../../../api/use-data.ts";
import { words } from "../../../i18n/words.ts";
import { act } from "../../proven.ts";
import { ActDialog } from "../../ui/act-dialog.tsx";
import { ReasonField } from "../../ui/reason-field.tsx";
import { optionsOf } from "../../words/name.ts";
import { UNFREEZE_REASON, type UnfreezeReason } from "../../words/people.ts";
import type { PersonActProps } from "../person-acts.tsx";

const t = words({
  en: {
    title: "Lift the suspension",
    what: "Payments and changes work again at once.",
    legal: "It was set by a legal order: the operator who set it cannot lift it.",
    submit: "Lift the suspension",
    done: "The suspension is lifted.",
  },
  ar: {
    title: "رفع الإيقاف",
    what: "يمكنه الدفع والتغيير من جديد فورًا.",
    legal: "وُضع بأمر قضائي: لا يستطيع رفعه من وضعه.",
    submit: "رفع الإيقاف",
    done: "رُفع الإيقاف.",
  },
});

export function LiftSuspension({ account, onClose }: PersonActProps) {
  const [reason, setReason] = useState<UnfreezeReason | null>(null);
  const [isMissing, setMissing] = useState(false);
  const path = { id: account.id };
  const isLegal = account.suspension?.reason === "legal_order";
  return (
    <ActDialog
      title={t().title}
      onClose={onClose}
      what={isLegal ? `${t().what} ${t().legal}` : t().what}
      submit={t().submit}
      isComplete={() => {
        setMissing(true);
        return reason !== null;
      }}
      send={() =>
        act(() =>
          api.POST("/v1/admin/users/{id}/suspension/delete", {
            params: { path },
            body: { reason: reason as UnfreezeReason },
          }),
        )
      }
      onDone={() => invalidate(`desk:person:${account.id}`)}
      outcome={() => t().done}
    >
      <ReasonField
        value={reason}
        onValue={setReason}
        options={optionsOf(UNFREEZE_REASON)}
        isMissing={isMissing}
      />
    </ActDialog>
  );
}
