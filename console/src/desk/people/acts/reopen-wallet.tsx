import { api } from "../../../api/client.ts";
import { words } from "../../../i18n/words.ts";
import { ReasonedAct } from "../../ui/reasoned-act.tsx";
import { optionsOf } from "../../words/name.ts";
import { REOPEN_REASON } from "../../words/people.ts";
import type { WalletActProps } from "../wallet-acts.tsx";

const t = words({
  en: {
    title: "Reopen the wallet",
    what: "The wallet comes back empty. It becomes the default of its currency if there is none.",
    done: "The wallet is open again.",
  },
  ar: {
    title: "إعادة فتح المحفظة",
    what: "تعود المحفظة فارغة، وتصبح الأساسية لعملتها إن لم توجد أساسية غيرها.",
    done: "المحفظة مفتوحة من جديد.",
  },
});

export function ReopenWallet({ account, wallet: { id }, onClose }: WalletActProps) {
  return (
    <ReasonedAct
      texts={t()}
      reasons={optionsOf(REOPEN_REASON)}
      send={(reason) =>
        api.POST("/v1/admin/wallets/{id}/reopen", {
          params: { path: { id } },
          body: { reason },
        })
      }
      changes={[`desk:wallets:${account.id}`]}
      onClose={onClose}
    />
  );
}
