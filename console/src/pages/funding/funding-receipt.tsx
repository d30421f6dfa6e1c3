import { api } from "../../api/client.ts";
import { useData } from "../../api/use-data.ts";
import { Receipt } from "../../pay/receipt.tsx";
import { WhenLoaded } from "../../problems/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { walletName } from "../../ui/wallet-card.tsx";
import type { FundingKind } from "./funding.ts";
import { t } from "./words.ts";

interface FundingReceiptProps {
  readonly kind: FundingKind;
  readonly id: string;
  readonly onAgain: () => void;
}

/** The receipt of a deposit or withdrawal that was made at once. */
export function FundingReceipt({ kind, id, onAgain }: FundingReceiptProps) {
  const read = useData(`transaction:${id}`, () =>
    api.GET("/v1/transactions/{id}", { params: { path: { id } } }),
  );
  const wallets = useData("wallets", () => api.GET("/v1/wallets")).data?.data ?? [];
  const own = t()[kind];
  return (
    <Page title={own.done} isFlow isTitleHidden>
      <WhenLoaded of={read} loading={<Skeleton form="details" count={6} />}>
        {(transaction) => {
          const walletId = transaction.to_wallet ?? transaction.from_wallet;
          const wallet = wallets.find((each) => each.id === walletId);
          return (
            <Receipt
              transaction={transaction}
              title={own.done}
              whom={null}
              lines={[wallet && [own.wallet, <bdi dir="auto">{walletName(wallet)}</bdi>]]}
              again={{ text: own.again, onAgain }}
            />
          );
        }}
      </WhenLoaded>
    </Page>
  );
}
