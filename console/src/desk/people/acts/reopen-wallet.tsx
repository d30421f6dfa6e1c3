import { api } from "../../../api/client.ts";
import { invalidate } from "../../../api/use-data.ts";
import { words } from "../../../i18n/words.ts";
import { ReasonActDialog } from "../../ui/reason-act-dialog.tsx";
import { optionsOf } from "../../words/name.ts";
import { REOPEN_REASON } from "../../words/people.ts";
import type { WalletActProps } from "../wallet-acts.tsx";

const t = words({
  en: {
    title: "Reopen the wallet",
    what: "The wallet comes back empty. It becomes the default of its currency if there is none.",
    submit: "Reopen the wallet",
    done: "The wallet is open again.",
  },
  ar: {
    title: "إعادة فتح المحفظة",
    what: "تعود المحفظة فارغة، وتصبح الأساسية لعملتها إن لم توجد أساسية غيرها.",
    submit: "إعادة فتح المحفظة",
    done: "المحفظة مفتوحة من جديد.",
  },
});

export function ReopenWallet({ account, wallet, onClose }: WalletActProps) {
  return (
    <ReasonActDialog
      title={t().title}
      onClose={onClose}
      reasons={optionsOf(REOPEN_REASON)}
      what={t().what}
      submit={t().submit}
      send={(reason) =>
        api.POST("/v1/admin/wallets/{id}/reopen", {
          params: { path: { id: wallet.id } },
          body: { reason },
        })
      }
      onDone={() => invalidate(`desk:wallets:${account.id}`)}
      outcome={() => t().done}
    />
  );
}
