import { api } from "../../api/client.ts";
import { useData } from "../../api/use-data.ts";
import { Receipt } from "../../pay/receipt.tsx";
import { WhenLoaded } from "../../problems/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { walletName } from "../../ui/wallet-card.tsx";
import { t } from "./words.ts";

interface ExchangeReceiptProps {
  readonly id: string;
  readonly onAgain: () => void;
}

/** The receipt of an exchange, with its rate and fee. */
export function ExchangeReceipt({ id, onAgain }: ExchangeReceiptProps) {
  const read = useData(`transaction:${id}`, () =>
    api.GET("/v1/transactions/{id}", { params: { path: { id } } }),
  );
  const wallets = useData("wallets", () => api.GET("/v1/wallets")).data?.data ?? [];
  const nameOf = (walletId: string | null) => {
    const wallet = wallets.find((each) => each.id === walletId);
    return wallet && <bdi dir="auto">{walletName(wallet)}</bdi>;
  };
  return (
    <Page title={t().done} isFlow isTitleHidden>
      <WhenLoaded of={read} loading={<Skeleton form="details" count={6} />}>
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
      </WhenLoaded>
    </Page>
  );
}
