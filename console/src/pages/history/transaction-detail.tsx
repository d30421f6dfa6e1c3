import type { TransactionDetails } from "@mahfaza/client";
import { codeOf } from "../../api/answer.ts";
import { api } from "../../api/client.ts";
import { useData } from "../../api/use-data.ts";
import { useWallets } from "../../api/use-wallets.ts";
import { Sum } from "../../pay/sum.tsx";
import { WhenLoaded } from "../../problems/loaded.tsx";
import { movementOf } from "../../transactions/movement.ts";
import { refusalAction, refusalTitle } from "../../transactions/refusal.ts";
import { transactionTitle } from "../../transactions/transaction-words.ts";
import { LinkButton } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Star } from "../../ui/logo.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { Tag } from "../../ui/tag.tsx";
import { Time } from "../../ui/time.tsx";
import { ReceiptActions } from "./receipt-actions.tsx";
import { ExchangeLines, LinkLines, MainLines, RefundLines, WalletLegs } from "./receipt-lines.tsx";
import { receiptWords as t } from "./receipt-words.ts";

const MISSING: ReadonlySet<string | null> = new Set(["transaction_not_found", "invalid_request"]);

/** One transaction whole: what happened, to which wallets, and what can be done with it. */
export function TransactionDetail({ id }: { readonly id: string }) {
  const transaction = useData(`transactions:one:${id}`, () =>
    api.GET("/v1/transactions/{id}", { params: { path: { id } } }),
  );
  if (MISSING.has(codeOf(transaction.failure))) return <Missing />;
  return (
    <WhenLoaded of={transaction} loading={<Skeleton form="details" count={8} />}>
      {(data) => <Receipt transaction={data} />}
    </WhenLoaded>
  );
}

function Receipt({ transaction }: { readonly transaction: TransactionDetails }) {
  const wallets = useWallets().data?.data ?? null;
  const seen = { transaction, wallets };
  return (
    <article class="slip">
      <p class="slip-brand">
        <Star /> {t().receipt}
      </p>
      <SlipHead transaction={transaction} />
      {transaction.status === "failed" && <Refusal code={transaction.failure_code} />}
      <MainLines {...seen} />
      <ExchangeLines transaction={transaction} />
      <WalletLegs {...seen} />
      <RefundLines transaction={transaction} />
      <LinkLines transaction={transaction} />
      <ReceiptActions transaction={transaction} />
    </article>
  );
}

/** What happened, with its amount, and whether it moved. */
function SlipHead({ transaction }: { readonly transaction: TransactionDetails }) {
  const { way, amount, currency, sign, isVoid, icon } = movementOf(transaction);
  return (
    <div class="slip-sum">
      <span class={isVoid ? "row-icon row-icon-bad" : "row-icon"}>
        <Icon name={icon} />
      </span>
      <p class="quiet">{transactionTitle(transaction.type, way)}</p>
      <Sum amount={amount} currency={currency} sign={sign} isVoid={isVoid} />
      <p class="slip-state">
        <Tag kind={isVoid ? "bad" : "good"}>{isVoid ? t().refused : t().done}</Tag>
        <span class="quiet small">
          <Time at={transaction.posted_at} form="long" />
        </span>
      </p>
    </div>
  );
}

function Refusal({ code }: { readonly code: TransactionDetails["failure_code"] }) {
  return (
    <Notice kind="bad" title={refusalTitle(code)}>
      <p>
        {t().nothingTaken} {refusalAction(code)}
      </p>
    </Notice>
  );
}

function Missing() {
  return (
    <Empty title={t().missing} action={<LinkButton href="/history">{t().toHistory}</LinkButton>}>
      {t().missingText}
    </Empty>
  );
}
