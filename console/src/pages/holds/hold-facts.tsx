import type { HoldDetails } from "@mahfaza/client";
import { Amount } from "../../ui/amount.tsx";
import { Card, Details } from "../../ui/page.tsx";
import { Time } from "../../ui/time.tsx";
import { stateAt } from "./hold-acts.ts";
import { HoldOther, WalletText } from "./hold-wallet.tsx";
import { holdWords as t } from "./words.ts";

interface HoldFactsProps {
  readonly hold: HoldDetails;
  readonly now: number;
}

/** Who, how much, until when. */
export function HoldFacts({ hold, now }: HoldFactsProps) {
  const { role, amount, captured, capturable, currency, note, from_wallet, to_wallet } = hold;
  const isPayer = role === "payer";
  const isOpen = stateAt(hold, now) === "open";
  return (
    <Card>
      <Details
        lines={[
          [isPayer ? t().forPayee : t().fromPayer, <HoldOther hold={hold} />],
          isPayer
            ? [t().from, <WalletText id={from_wallet} />]
            : [t().to, <WalletText id={to_wallet} />],
          [t().amount, <Amount value={amount} currency={currency} />],
          [t().captured, <Amount value={captured} currency={currency} />],
          isOpen && [t().left, <Amount value={capturable} currency={currency} />],
          note !== null && [t().note, <bdi dir="auto">{note}</bdi>],
          [t().placed, <Time at={hold.created_at} />],
          isOpen
            ? [t().ends, <Time at={hold.expires_at} />]
            : [t().ended, <Time at={hold.closed_at ?? hold.expires_at} />],
          [t().canVoid, hold.payer_can_void ? t().yes : t().no],
        ]}
      />
    </Card>
  );
}
