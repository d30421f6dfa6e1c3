import type { TransactionDetails, Wallet } from "@mahfaza/client";
import { formatDecimal } from "../../i18n/amount.ts";
import { isZero } from "../../pay/amount-sign.ts";
import { rateLines } from "../../pay/rate-lines.ts";
import { NamedWallet, otherName } from "../../transactions/counterpart.tsx";
import { transactionWords } from "../../transactions/transaction-words.ts";
import { Amount } from "../../ui/amount.tsx";
import { Copy } from "../../ui/copy.tsx";
import { Card, Details, Section } from "../../ui/page.tsx";
import { Row, Rows } from "../../ui/row.tsx";
import { Time } from "../../ui/time.tsx";
import { receiptWords as t } from "./receipt-words.ts";

interface SeenProps {
  readonly transaction: TransactionDetails;
  readonly wallets: readonly Wallet[] | null;
}

/** From where, to where, when, and under which name. */
export function MainLines({ transaction, wallets }: SeenProps) {
  const { id, type, from_wallet, to_wallet, note, reference, created_at } = transaction;
  const name = otherName(transaction.counterparty);
  const isHidden = transaction.status === "failed" && type !== "WITHDRAW";
  return (
    <Card>
      <Details
        lines={[
          [t().from, <Side id={from_wallet} name={name} wallets={wallets} none={t().outside} />],
          [
            t().to,
            <Side
              id={to_wallet}
              name={name}
              wallets={wallets}
              none={isHidden ? t().notTold : t().outside}
            />,
          ],
          [t().kind, transactionWords().type[type]],
          note !== null && [
            t().note,
            <bdi dir="auto" class="slip-note">
              {note}
            </bdi>,
          ],
          [t().reference, <Copy text={reference} label={t().reference} />],
          [t().requested, <Time at={created_at} form="long" />],
          [t().id, <Copy text={id} label={t().id} />],
        ]}
      />
    </Card>
  );
}

interface SideProps {
  readonly id: string | null;
  /** The name of the other person. */
  readonly name: string | null;
  readonly wallets: readonly Wallet[] | null;
  readonly none: string;
}

function Side({ id, name, wallets, none }: SideProps) {
  if (id === null) return <>{none}</>;
  if (wallets?.some((wallet) => wallet.id === id)) {
    return (
      <a href={`/wallets/${id}`}>
        <NamedWallet id={id} wallets={wallets} />
      </a>
    );
  }
  return (
    <>
      {name !== null && (
        <bdi dir="auto" class="slip-who">
          {name}
        </bdi>
      )}
      <Copy text={id} label={t().walletId} />
    </>
  );
}

/** What each of the viewer's wallets gave or got. A printed receipt tells no balance. */
export function WalletLegs({ transaction: { legs }, wallets }: SeenProps) {
  if (legs.length === 0) return null;
  return (
    <div class="no-print">
      <Section title={t().legs}>
        <Rows>
          {legs.map((leg) => (
            <Row
              key={leg.wallet_id}
              href={`/wallets/${leg.wallet_id}`}
              title={<NamedWallet id={leg.wallet_id} wallets={wallets} />}
              detail={
                <>
                  {t().balanceAfter} <Amount value={leg.balance_after} />
                </>
              }
              end={<Amount value={leg.amount} currency={leg.currency} sign="both" />}
            />
          ))}
        </Rows>
      </Section>
    </div>
  );
}

interface TransactionProps {
  readonly transaction: TransactionDetails;
}

/** At which rate and fee money was exchanged. */
export function ExchangeLines({ transaction: { exchange } }: TransactionProps) {
  if (!exchange) return null;
  const { source_currency, target_currency, rate, fee_amount, quote_id } = exchange;
  const priced = { ...exchange, from: source_currency, to: target_currency };
  return (
    <Section title={t().exchange}>
      <Card>
        <Details
          lines={[
            [t().paid, <Amount value={exchange.source_amount} currency={source_currency} />],
            [
              t().fee,
              isZero(fee_amount) ? (
                t().noFee
              ) : (
                <Amount value={fee_amount} currency={source_currency} />
              ),
            ],
            [t().got, <Amount value={exchange.target_amount} currency={target_currency} />],
            ...(rate ? rateLines({ ...priced, rate }) : [[t().rate, t().oneToOne] as const]),
            [t().quote, <Copy text={quote_id} label={t().quote} />],
          ]}
        />
      </Card>
    </Section>
  );
}

/** What was given back of it, and by which transactions. */
export function RefundLines({ transaction: { refunds } }: TransactionProps) {
  if (!refunds) return null;
  const { currency, refunded, refundable, transaction_ids } = refunds;
  if ([refunded, refundable].every(isZero)) return null;
  return (
    <Section title={t().refunds}>
      <Card>
        <Details
          lines={[
            [t().refunded, <Amount value={refunded} currency={currency} />],
            !isZero(refundable) && [
              t().refundable,
              <Amount value={refundable} currency={currency} />,
            ],
            ...transaction_ids.map(
              (id, place) =>
                [
                  t().refundOf(formatDecimal(String(transaction_ids.length - place))),
                  <a href={`/history/${id}`}>{t().look}</a>,
                ] as const,
            ),
          ]}
        />
      </Card>
    </Section>
  );
}

/** The original of a refund, and the hold that it is about. */
export function LinkLines({ transaction: { original_id, hold_id } }: TransactionProps) {
  if (original_id === null && hold_id === undefined) return null;
  return (
    <Card>
      <Details
        lines={[
          original_id !== null && [
            t().original,
            <a href={`/history/${original_id}`}>{t().look}</a>,
          ],
          hold_id !== undefined && [t().hold, <a href={`/holds/${hold_id}`}>{t().look}</a>],
        ]}
      />
    </Card>
  );
}
