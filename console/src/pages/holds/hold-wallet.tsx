import type { Recipient } from "@mahfaza/client";
import { useState } from "preact/hooks";
import { answerOf, type Failure } from "../../api/answer.ts";
import { api } from "../../api/client.ts";
import { useData } from "../../api/use-data.ts";
import { words } from "../../i18n/words.ts";
import { FailureNotice } from "../../problems/failure-notice.tsx";
import { Icon } from "../../ui/icon.tsx";
import { walletName } from "../../ui/wallet-card.tsx";
import { t as shared } from "./words.ts";

const t = words({
  en: {
    show: "Show the name",
    verified: "Verified phone",
    notVerified: "Phone not verified",
  },
  ar: {
    show: "عرض الاسم",
    verified: "رقم موثّق",
    notVerified: "رقم غير موثّق",
  },
});

/** The end of an id, which is what differs between two of them. */
const SHOWN = 5;

/** A wallet by its name if it is the person's own, otherwise by the end of its id. */
export function WalletText({ id }: { readonly id: string }) {
  const wallets = useData("wallets", () => api.GET("/v1/wallets"));
  const own = wallets.data?.data.find((wallet) => wallet.id === id);
  if (own) return <bdi dir="auto">{walletName(own)}</bdi>;
  return <span title={id}>{shared().theirWallet(id.slice(-SHOWN))}</span>;
}

/**
 * The other side of a hold, and its masked name on demand: checks of names are counted, so none is
 * made unasked.
 */
export function HoldOther({ id }: { readonly id: string }) {
  const [recipient, setRecipient] = useState<Recipient | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const ask = async () => {
    if (isBusy) return;
    setBusy(true);
    const answer = await answerOf(api.POST("/v1/recipients/check", { body: { wallet_id: id } }));
    setBusy(false);
    setRecipient(answer.data);
    setFailure(answer.failure);
  };
  return (
    <>
      <WalletText id={id} />
      {recipient ? (
        <RecipientName recipient={recipient} />
      ) : (
        <div>
          <button
            type="button"
            class="button button-quiet hold-show"
            aria-busy={isBusy}
            onClick={() => void ask()}
          >
            {t().show}
          </button>
        </div>
      )}
      {failure && <FailureNotice failure={failure} />}
    </>
  );
}

/** A masked name, and whether its phone is verified. */
export function RecipientName({ recipient }: { readonly recipient: Recipient }) {
  const { name, is_verified: isVerified } = recipient;
  return (
    <span class="hold-name">
      <bdi dir="auto">{name}</bdi>
      <span class={isVerified ? "hold-verified" : "hold-unverified"}>
        <Icon name={isVerified ? "tick" : "alert"} />
        {isVerified ? t().verified : t().notVerified}
      </span>
    </span>
  );
}
