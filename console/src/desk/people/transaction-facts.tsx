import type { components } from "@mahfaza/client";
import { words } from "../../i18n/words.ts";
import { Amount } from "../../ui/amount.tsx";
import { Copy } from "../../ui/copy.tsx";
import { Card, Details } from "../../ui/page.tsx";
import { Time } from "../../ui/time.tsx";
import { Id, PersonId } from "../ui/id.tsx";
import { MARKET, TRANSACTION_TYPE } from "../words/money.ts";
import { nameOf } from "../words/name.ts";
import { TransactionState } from "./history-table.tsx";

const t = words({
  en: {
    amount: "Amount",
    what: "What",
    state: "State",
    reference: "Reference",
    id: "Id",
    asked: "Requested",
    posted: "Posted",
    by: "Requested by",
    note: "Note",
    original: "Refunds",
    hold: "Hold",
    rate: "Rate",
    fee: "Fee",
    got: "Recipient got",
  },
  ar: {
    amount: "المبلغ",
    what: "العملية",
    state: "الحالة",
    reference: "المرجع",
    id: "المعرّف",
    asked: "وقت الطلب",
    posted: "وقت القيد",
    by: "بطلب من",
    note: "الملاحظة",
    original: "تردّ العملية",
    hold: "الحجز",
    rate: "السعر",
    fee: "الرسوم",
    got: "استلم الطرف الآخر",
  },
});

type Watched = components["schemas"]["WatchedTransaction"];

/** What a transaction is, line by line. */
export function TransactionFacts({ of }: { readonly of: Watched }) {
  const { amount, currency, status, original_id, hold_id, note } = of;
  return (
    <Card>
      <Details
        lines={[
          [
            t().amount,
            <strong>
              <Amount value={amount} currency={currency} isVoid={status === "failed"} />
            </strong>,
          ],
          [t().what, nameOf(TRANSACTION_TYPE, of.type)],
          [t().state, <TransactionState of={of} />],
          [t().reference, <Copy text={of.reference} label={t().reference} />],
          [t().id, <Copy text={of.id} label={t().id} />],
          [t().asked, <Time at={of.created_at} form="long" />],
          [t().posted, <Time at={of.posted_at} form="long" />],
          [t().by, <PersonId id={of.actor_id} />],
          note !== null && [t().note, <bdi dir="auto">{note}</bdi>],
          original_id !== null && [
            t().original,
            <Id of={original_id} href={`/desk/transactions/${original_id}`} />,
          ],
          hold_id !== undefined && [t().hold, <Id of={hold_id} />],
          ...exchangeLines(of.exchange),
        ]}
      />
    </Card>
  );
}

function exchangeLines(exchange: Watched["exchange"]) {
  if (!exchange) return [];
  const { rate, market, fee_amount, source_currency, target_amount, target_currency } = exchange;
  const place = market ? ` · ${nameOf(MARKET, market)}` : "";
  return [
    rate && ([t().rate, <bdi class="num">{`${rate.rate}${place}`}</bdi>] as const),
    [t().fee, <Amount value={fee_amount} currency={source_currency} />] as const,
    [t().got, <Amount value={target_amount} currency={target_currency} />] as const,
  ];
}
