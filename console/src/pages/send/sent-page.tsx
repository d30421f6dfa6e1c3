import type { Transaction, Wallet } from "@mahfaza/client";
import { api } from "../../api/client.ts";
import { useData } from "../../api/use-data.ts";
import { ReadReceipt } from "../../pay/read-receipt.tsx";
import { Receipt } from "../../pay/receipt.tsx";
import { Page } from "../../ui/page.tsx";
import { walletName } from "../../ui/wallet-card.tsx";
import type { SendDraft } from "./draft.ts";
import { recipientName } from "./recipient.tsx";
import { shownPhone } from "./recipient-text.ts";
import { t } from "./words.ts";

interface SentPageProps {
  readonly id: string;
  /** The payment of this page; null after a reload, when it is read again. */
  readonly paid: Transaction | null;
  /** What the form had; null when it is another payment's. */
  readonly draft: SendDraft | null;
  readonly onAgain: () => void;
}

/** The receipt of a payment. */
export function SentPage({ id, paid, ...own }: SentPageProps) {
  return (
    <Page title={t().sent} isFlow isTitleHidden>
      <ReadReceipt id={id} type="TRANSFER" made={paid}>
        {(transaction) => <SentReceipt transaction={transaction} {...own} />}
      </ReadReceipt>
    </Page>
  );
}

interface SentReceiptProps extends Omit<SentPageProps, "id" | "paid"> {
  readonly transaction: Transaction;
}

function SentReceipt({ transaction, draft, onAgain }: SentReceiptProps) {
  const wallets = useData("wallets", () => api.GET("/v1/wallets")).data?.data ?? [];
  const from = wallets.find(({ id }) => id === transaction.from_wallet);
  const isOwn = wallets.some(({ id }) => id === transaction.to_wallet);
  const whom = draft ? recipientName(draft, wallets) : ownName(transaction, wallets);
  const phone = draft?.by === "phone" ? shownPhone(draft.to) : null;
  return (
    <Receipt
      transaction={transaction}
      title={isOwn ? t().moved : t().sent}
      whom={whom}
      lines={[
        phone !== null && phone !== whom && [t().to, <bdi class="num">{phone}</bdi>],
        from && [t().from, <bdi dir="auto">{walletName(from)}</bdi>],
      ]}
      again={draft ? { text: t().again, onAgain } : undefined}
    />
  );
}

function ownName({ to_wallet }: Transaction, wallets: readonly Wallet[]): string | null {
  const own = wallets.find(({ id }) => id === to_wallet);
  return own ? walletName(own) : null;
}
