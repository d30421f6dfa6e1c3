import { useState } from "preact/hooks";
import { api } from "../../../api/client.ts";
import { invalidate } from "../../../api/use-data.ts";
import { words } from "../../../i18n/words.ts";
import { act } from "../../proven.ts";
import { ActDialog } from "../../ui/act-dialog.tsx";
import { ReasonField } from "../../ui/reason-field.tsx";
import { optionsOf } from "../../words/name.ts";
import { REOPEN_REASON, type ReopenReason } from "../../words/people.ts";
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
  const [reason, setReason] = useState<ReopenReason | null>(null);
  const [isTried, setTried] = useState(false);
  return (
    <ActDialog
      title={t().title}
      onClose={onClose}
      what={t().what}
      submit={t().submit}
      isComplete={() => {
        setTried(true);
        return reason !== null;
      }}
      send={() =>
        act(() =>
          api.POST("/v1/admin/wallets/{id}/reopen", {
            params: { path: { id: wallet.id } },
            body: { reason: reason as ReopenReason },
          }),
        )
      }
      onDone={() => invalidate(`desk:wallets:${account.id}`)}
      outcome={() => t().done}
    >
      <ReasonField
        value={reason}
        onValue={setReason}
        options={optionsOf(REOPEN_REASON)}
        isMissing={isTried}
      />
    </ActDialog>
  );
}
