import "../styles/pay.css";
import type { Transaction } from "@mahfaza/client";
import type { ComponentChildren } from "preact";
import { amountText } from "../i18n/amount.ts";
import { formatTime } from "../i18n/time.ts";
import { words } from "../i18n/words.ts";
import { Amount } from "../ui/amount.tsx";
import { Button, LinkButton } from "../ui/button.tsx";
import { Copy } from "../ui/copy.tsx";
import { Icon } from "../ui/icon.tsx";
import { Card, type DetailLines, Details } from "../ui/page.tsx";
import { Tag } from "../ui/tag.tsx";
import { Time } from "../ui/time.tsx";
import { rateLines } from "./rate-lines.ts";
import { ShareButton } from "./share-button.tsx";
import { Sum } from "./sum.tsx";

const t = words({
  en: {
    state: "State",
    done: "Done",
    reference: "Reference",
    time: "Time",
    note: "Note",
    fee: "Fee",
    none: "None",
    arrives: "Amount received",
    details: "See it in the history",
    print: "Print",
    close: "Done",
    brand: "Mahfaza",
  },
  ar: {
    state: "الحالة",
    done: "تمّت",
    reference: "المرجع",
    time: "الوقت",
    note: "ملاحظة",
    fee: "الرسوم",
    none: "بلا رسوم",
    arrives: "المبلغ المستلم",
    details: "عرضها في السجل",
    print: "طباعة",
    close: "تم",
    brand: "محفظة",
  },
});

interface ReceiptProps {
  readonly transaction: Transaction;
  /** What happened: "Sent". */
  readonly title: string;
  /** Whom it reached, in plain text; null when there is no other person. */
  readonly whom: string | null;
  /** Lines of the page's own: from which wallet, to whom. */
  readonly lines: DetailLines;
  /** Does the same again, as a new payment. */
  readonly again?: { readonly text: string; readonly onAgain: () => void } | undefined;
}

/** What was paid: to keep, to print, to share, or to do again. */
export function Receipt({ transaction, title, whom, lines, again }: ReceiptProps) {
  const { amount, currency, note, reference, created_at } = transaction;
  const shared = [
    `${t().brand} · ${title}`,
    amountText(amount, currency) + (whom ? ` · ${whom}` : ""),
    `${t().reference}: ${reference}`,
    formatTime(created_at, "long"),
  ].join("\n");
  return (
    <article class="stack receipt">
      <p class="receipt-brand">{t().brand}</p>
      <div class="review-head">
        <span class="avatar avatar-big receipt-tick">
          <Icon name="tick" />
        </span>
        <p class="review-name">{title}</p>
        {whom && <bdi dir="auto">{whom}</bdi>}
      </div>
      <Sum amount={amount} currency={currency} />
      <Card>
        <Details
          lines={[
            [t().state, <Tag kind="good">{t().done}</Tag>],
            ...lines,
            ...exchangeLines(transaction),
            note !== null && [t().note, <bdi dir="auto">{note}</bdi>],
            [t().time, <Time at={created_at} form="long" />],
            [t().reference, <Copy text={reference} label={t().reference} />],
          ]}
        />
      </Card>
      <ReceiptActions text={shared} again={again} />
      <p class="under-button no-print">
        <a href={`/history/${transaction.id}`}>{t().details}</a>
      </p>
    </article>
  );
}

function exchangeLines({ exchange }: Transaction): (readonly [string, ComponentChildren] | null)[] {
  if (!exchange) return [[t().fee, t().none]];
  const { target_amount, target_currency, fee_amount, source_currency, rate } = exchange;
  return [
    [t().arrives, <Amount value={target_amount} currency={target_currency} />],
    [t().fee, <Amount value={fee_amount} currency={source_currency} />],
    ...(rate ? rateLines({ ...exchange, from: source_currency, to: target_currency, rate }) : []),
  ];
}

function ReceiptActions({ text, again }: Pick<ReceiptProps, "again"> & { readonly text: string }) {
  return (
    <div class="stack no-print">
      <div class="receipt-actions">
        <Button onClick={() => print()}>
          <Icon name="print" />
          {t().print}
        </Button>
        <ShareButton text={text} />
        {again && (
          <Button onClick={again.onAgain}>
            <Icon name="repeat" />
            {again.text}
          </Button>
        )}
      </div>
      <LinkButton href="/" kind="main">
        {t().close}
      </LinkButton>
    </div>
  );
}
