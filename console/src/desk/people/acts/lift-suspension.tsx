import { api } from "../../../api/client.ts";
import { invalidate } from "../../../api/use-data.ts";
import { words } from "../../../i18n/words.ts";
import { ReasonActDialog } from "../../ui/reason-act-dialog.tsx";
import { optionsOf } from "../../words/name.ts";
import { UNFREEZE_REASON } from "../../words/people.ts";
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
  const path = { id: account.id };
  const isLegal = account.suspension?.reason === "legal_order";
  return (
    <ReasonActDialog
      title={t().title}
      onClose={onClose}
      reasons={optionsOf(UNFREEZE_REASON)}
      what={isLegal ? `${t().what} ${t().legal}` : t().what}
      submit={t().submit}
      send={(reason) =>
        api.POST("/v1/admin/users/{id}/suspension/delete", {
          params: { path },
          body: { reason },
        })
      }
      onDone={() => invalidate(`desk:person:${account.id}`)}
      outcome={() => t().done}
    />
  );
}
