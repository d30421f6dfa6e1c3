import type { Transaction, Wallet } from "@mahfaza/client";
import { useWallets } from "../../api/use-wallets.ts";
import { PhoneText } from "../../identity/phone-text.tsx";
import { ReadReceipt } from "../../pay/read-receipt.tsx";
import { Receipt } from "../../pay/receipt.tsx";
import { otherName } from "../../transactions/counterpart.tsx";
import type { SendDraft } from "../../transfer/draft.ts";
import { recipientName } from "../../transfer/recipient.tsx";
import { sendWords as t } from "../../transfer/words.ts";
import { Page } from "../../ui/page.tsx";
import { walletName } from "../../ui/wallet-card.tsx";

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
  const wallets = useWallets().data?.data ?? [];
  const from = wallets.find(({ id }) => id === transaction.from_wallet);
  const isOwn = wallets.some(({ id }) => id === transaction.to_wallet);
  const whom = whomOf(draft, transaction, wallets);
  return (
    <Receipt
      transaction={transaction}
      title={isOwn ? t().moved : t().sent}
      whom={whom}
      lines={[
        draft?.by === "phone" && [t().to, <PhoneText typed={draft.to} />],
        from && [t().from, <bdi dir="auto">{walletName(from)}</bdi>],
      ]}
      again={draft ? { text: t().again, onAgain } : undefined}
    />
  );
}

/** The name of an own wallet or of the other person; null when neither is known. */
function whomOf(
  draft: SendDraft | null,
  { to_wallet, counterparty }: Transaction,
  wallets: readonly Wallet[],
): string | null {
  if (draft && (draft.recipient || draft.by !== "phone")) return recipientName(draft, wallets);
  const own = wallets.find(({ id }) => id === to_wallet);
  return own ? walletName(own) : otherName(counterparty);
}
