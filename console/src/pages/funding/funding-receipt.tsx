import { useWallets } from "../../api/use-wallets.ts";
import { ReadReceipt } from "../../pay/read-receipt.tsx";
import { Receipt } from "../../pay/receipt.tsx";
import { Page } from "../../ui/page.tsx";
import { walletName } from "../../ui/wallet-card.tsx";
import type { FundingKind } from "./funding.ts";
import { fundingWords as t } from "./words.ts";

const TYPES = { deposit: "DEPOSIT", withdrawal: "WITHDRAW" } as const;

interface FundingReceiptProps {
  readonly kind: FundingKind;
  readonly id: string;
  readonly onAgain: () => void;
}

/** The receipt of a deposit or withdrawal that was made at once. */
export function FundingReceipt({ kind, id, onAgain }: FundingReceiptProps) {
  const wallets = useWallets().data?.data ?? [];
  const own = t()[kind];
  return (
    <Page title={own.done} isFlow isTitleHidden>
      <ReadReceipt id={id} type={TYPES[kind]}>
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
      </ReadReceipt>
    </Page>
  );
}
