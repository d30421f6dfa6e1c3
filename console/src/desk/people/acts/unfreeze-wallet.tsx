import { api } from "../../../api/client.ts";
import { words } from "../../../i18n/words.ts";
import type { WalletActProps } from "../wallet-acts.tsx";
import { Lift } from "./lift.tsx";

const t = words({
  en: {
    title: "Lift the freeze",
    what: "Money moves again at once.",
    legal: "It is a legal order: the operator who set it cannot lift it.",
    done: "The freeze is lifted.",
  },
  ar: {
    title: "رفع التجميد",
    what: "يعود المال إلى الانتقال فورًا.",
    legal: "هو أمر قضائي: لا يستطيع رفعه من وضعه.",
    done: "رُفع التجميد.",
  },
});

export function UnfreezeWallet({ account, wallet: { id, freeze }, onClose }: WalletActProps) {
  return (
    <Lift
      texts={t()}
      lifted={freeze}
      send={(reason) =>
        api.POST("/v1/admin/wallets/{id}/freeze/delete", {
          params: { path: { id } },
          body: { reason },
        })
      }
      changes={[`desk:wallets:${account.id}`]}
      onClose={onClose}
    />
  );
}
