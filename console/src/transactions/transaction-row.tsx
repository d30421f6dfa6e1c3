import type { Transaction, Wallet } from "@mahfaza/client";
import { Amount } from "../ui/amount.tsx";
import { Row } from "../ui/row.tsx";
import { Time } from "../ui/time.tsx";
import { Counterpart, otherName } from "./counterpart.tsx";
import { movementOf } from "./movement.ts";
import { refusalTitle } from "./refusal.ts";
import { transactionTitle } from "./transaction-words.ts";

interface TransactionRowProps {
  readonly transaction: Transaction;
  readonly wallets: readonly Wallet[] | null;
  /** The wallet in whose history the transaction is shown. */
  readonly walletId?: string | null;
  /** The time of its day, for a list that names the days. */
  readonly hasTime?: boolean;
}

/** A transaction as a line of a list. */
export function TransactionRow(props: TransactionRowProps) {
  const { transaction, wallets, walletId = null, hasTime = true } = props;
  const { way, amount, currency, sign, isVoid, icon } = movementOf(transaction, walletId);
  const { id, note, type, failure_code, posted_at, counterparty } = transaction;
  const kind = transactionTitle(type, way);
  const name = otherName(counterparty);
  return (
    <Row
      href={`/history/${id}`}
      icon={icon}
      tone={isVoid ? "bad" : "plain"}
      title={name === null ? kind : <bdi dir="auto">{name}</bdi>}
      detail={
        isVoid ? (
          refusalTitle(failure_code)
        ) : note ? (
          <span class="note">
            <bdi dir="auto">{note}</bdi>
          </span>
        ) : name !== null ? (
          kind
        ) : (
          <Counterpart transaction={transaction} way={way} wallets={wallets} />
        )
      }
      end={
        <>
          <Amount value={amount} currency={currency} sign={sign} isVoid={isVoid} />
          {hasTime && (
            <small class="row-time">
              <Time at={posted_at} form="time" />
            </small>
          )}
        </>
      }
    />
  );
}
