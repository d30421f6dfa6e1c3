import type { Transaction, Wallet } from "@mahfaza/client";
import { Counterpart } from "../../transactions/counterpart.tsx";
import { movementOf } from "../../transactions/movement.ts";
import { refusalTitle } from "../../transactions/refusal.ts";
import { transactionTitle } from "../../transactions/transaction-words.ts";
import { Amount } from "../../ui/amount.tsx";
import { Tag } from "../../ui/tag.tsx";
import { Time } from "../../ui/time.tsx";
import { type Filters, historyAddress } from "./filters.ts";
import { historyWords as t } from "./words.ts";

interface TransactionTableProps {
  readonly transactions: readonly Transaction[];
  readonly wallets: readonly Wallet[] | null;
  readonly walletId: string | null;
  readonly filters: Filters;
  /** The transaction that is open beside the table. */
  readonly open: string | null;
}

/** A history on a wide screen. */
export function TransactionTable({ transactions, ...row }: TransactionTableProps) {
  return (
    <div class="table-box">
      <table class="history-table">
        <thead>
          <tr>
            <th scope="col">{t().when}</th>
            <th scope="col">{t().what}</th>
            <th scope="col">{t().with}</th>
            <th scope="col">{t().state}</th>
            <th scope="col" class="end">
              {t().amount}
            </th>
            <th scope="col" class="end wide-cell">
              {t().balance}
            </th>
          </tr>
        </thead>
        <tbody>
          {transactions.map((transaction) => (
            <TableRow key={transaction.id} transaction={transaction} {...row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface TableRowProps extends Omit<TransactionTableProps, "transactions"> {
  readonly transaction: Transaction;
}

function TableRow({ transaction, wallets, walletId, filters, open }: TableRowProps) {
  const movement = movementOf(transaction, walletId);
  const { way, amount, currency, sign, isVoid, balanceAfter } = movement;
  const { id, note, type, failure_code, posted_at } = transaction;
  const isOpen = id === open;
  return (
    <tr class={isOpen ? "row-open" : undefined}>
      <td>
        <Time at={posted_at} />
      </td>
      <td>
        {/* The link of the whole line. */}
        <a
          href={historyAddress(filters, isOpen ? null : id)}
          class="row-link"
          aria-current={isOpen ? "true" : undefined}
        >
          {transactionTitle(type, way)}
        </a>
      </td>
      <td class="with-cell">
        <Counterpart transaction={transaction} way={way} wallets={wallets} />
        {note && (
          <small class="quiet note">
            <bdi dir="auto">{note}</bdi>
          </small>
        )}
      </td>
      <td>
        {isVoid ? (
          <Tag kind="bad">{refusalTitle(failure_code)}</Tag>
        ) : (
          <Tag kind="good">{t().done}</Tag>
        )}
      </td>
      <td class="end">
        <Amount value={amount} currency={currency} sign={sign} isVoid={isVoid} />
      </td>
      <td class="end wide-cell">{balanceAfter === null ? "–" : <Amount value={balanceAfter} />}</td>
    </tr>
  );
}
