import type { components } from "@mahfaza/client";
import { useState } from "preact/hooks";
import { words } from "../../i18n/words.ts";
import { Amount } from "../../ui/amount.tsx";
import { Button } from "../../ui/button.tsx";
import { Card, Details, Section } from "../../ui/page.tsx";
import { theOperator } from "../operator.ts";
import { mayReverse } from "../rights.ts";
import { Id } from "../ui/id.tsx";
import { Reverse } from "./acts/reverse.tsx";

const t = words({
  en: {
    title: "Refunds",
    refunded: "Refunded",
    refundable: "Recipient can still refund",
    by: "By",
    reverse: "Propose a reversal",
  },
  ar: {
    title: "ما رُدّ منها",
    refunded: "رُدّ",
    refundable: "ما زال يمكن للمستلم ردّه",
    by: "بواسطة",
    reverse: "اقتراح عكس العملية",
  },
});

type Watched = components["schemas"]["WatchedTransaction"];

/** What was given back of a transaction, and the way to reverse the rest. */
export function TransactionRefunds({ of }: { readonly of: Watched }) {
  const [isOpen, setOpen] = useState(false);
  const { refunds } = of;
  return (
    <>
      {refunds && (
        <Section title={t().title}>
          <Card>
            <Details
              lines={[
                [t().refunded, <Amount value={refunds.refunded} currency={refunds.currency} />],
                [t().refundable, <Amount value={refunds.refundable} currency={refunds.currency} />],
                ...refunds.transaction_ids.map(
                  (id) => [t().by, <Id of={id} href={`/desk/transactions/${id}`} />] as const,
                ),
              ]}
            />
          </Card>
        </Section>
      )}
      {mayReverse(theOperator(), of) && (
        <div class="buttons">
          <Button kind="danger" onClick={() => setOpen(true)}>
            {t().reverse}
          </Button>
        </div>
      )}
      {isOpen && <Reverse of={of} onClose={() => setOpen(false)} />}
    </>
  );
}
