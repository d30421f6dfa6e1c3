import type { Transaction, Wallet } from "@mahfaza/client";
import { api } from "../../api/client.ts";
import { useData } from "../../api/use-data.ts";
import { Receipt } from "../../pay/receipt.tsx";
import { WhenLoaded } from "../../problems/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
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
export function SentPage({ id, paid, draft, onAgain }: SentPageProps) {
  return (
    <Page title={t().sent} isFlow isTitleHidden>
      {paid?.id === id ? (
        <SentReceipt transaction={paid} draft={draft} onAgain={onAgain} />
      ) : (
        <ReadReceipt id={id} draft={draft} onAgain={onAgain} />
      )}
    </Page>
  );
}

function ReadReceipt({ id, ...own }: Omit<SentPageProps, "paid">) {
  const read = useData(`transaction:${id}`, () =>
    api.GET("/v1/transactions/{id}", { params: { path: { id } } }),
  );
  return (
    <WhenLoaded of={read} loading={<Skeleton form="details" count={6} />}>
      {(transaction) => <SentReceipt transaction={transaction} {...own} />}
    </WhenLoaded>
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
