import { api } from "../../../api/client.ts";
import { invalidate } from "../../../api/use-data.ts";
import { words } from "../../../i18n/words.ts";
import { ReasonActDialog } from "../../ui/reason-act-dialog.tsx";
import { optionsOf } from "../../words/name.ts";
import { UNFREEZE_REASON } from "../../words/people.ts";
import type { WalletActProps } from "../wallet-acts.tsx";

const t = words({
  en: {
    title: "Lift the freeze",
    what: "Money moves again at once.",
    legal: "It is a legal order: the operator who set it cannot lift it.",
    submit: "Lift the freeze",
    done: "The freeze is lifted.",
  },
  ar: {
    title: "رفع التجميد",
    what: "يعود المال إلى الانتقال فورًا.",
    legal: "هو أمر قضائي: لا يستطيع رفعه من وضعه.",
    submit: "رفع التجميد",
    done: "رُفع التجميد.",
  },
});

export function UnfreezeWallet({ account, wallet, onClose }: WalletActProps) {
  const isLegal = wallet.freeze?.reason === "legal_order";
  return (
    <ReasonActDialog
      title={t().title}
      onClose={onClose}
      reasons={optionsOf(UNFREEZE_REASON)}
      what={isLegal ? `${t().what} ${t().legal}` : t().what}
      submit={t().submit}
      send={(reason) =>
        api.POST("/v1/admin/wallets/{id}/freeze/delete", {
          params: { path: { id: wallet.id } },
          body: { reason },
        })
      }
      onDone={() => invalidate(`desk:wallets:${account.id}`)}
      outcome={() => t().done}
    />
  );
}
