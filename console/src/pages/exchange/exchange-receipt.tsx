import { useWallets } from "../../api/use-wallets.ts";
import { ReadReceipt } from "../../pay/read-receipt.tsx";
import { Receipt } from "../../pay/receipt.tsx";
import { Page } from "../../ui/page.tsx";
import { walletName } from "../../ui/wallet-card.tsx";
import { exchangeWords as t } from "./words.ts";

interface ExchangeReceiptProps {
  readonly id: string;
  readonly onAgain: () => void;
}

/** The receipt of an exchange, with its rate and fee. */
export function ExchangeReceipt({ id, onAgain }: ExchangeReceiptProps) {
  const wallets = useWallets().data?.data ?? [];
  const nameOf = (walletId: string | null) => {
    const wallet = wallets.find((each) => each.id === walletId);
    return wallet && <bdi dir="auto">{walletName(wallet)}</bdi>;
  };
  return (
    <Page title={t().done} isFlow isTitleHidden>
      <ReadReceipt id={id} type="EXCHANGE">
        {(transaction) => (
          <Receipt
            transaction={transaction}
            title={t().done}
            whom={null}
            lines={[
              [t().from, nameOf(transaction.from_wallet)],
              [t().to, nameOf(transaction.to_wallet)],
            ]}
            again={{ text: t().again, onAgain }}
          />
        )}
      </ReadReceipt>
    </Page>
  );
}
