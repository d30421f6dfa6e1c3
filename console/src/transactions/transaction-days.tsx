import type { Transaction, Wallet } from "@mahfaza/client";
import type { ComponentChildren } from "preact";
import { dayKey, dayName } from "../i18n/time.ts";
import { groupNeighbours } from "../ui/group-neighbours.ts";
import { Section } from "../ui/page.tsx";
import { Rows } from "../ui/row.tsx";
import { TransactionRow } from "./transaction-row.tsx";

interface TransactionDaysProps {
  readonly transactions: readonly Transaction[];
  readonly wallets: readonly Wallet[] | null;
  readonly walletId?: string | null;
  /** At the end of the first day's line. */
  readonly more?: ComponentChildren;
}

/** Transactions, the days apart. */
export function TransactionDays({ transactions, more, ...row }: TransactionDaysProps) {
  return (
    <>
      {groupNeighbours(transactions, ({ posted_at }) => dayKey(posted_at)).map(
        ({ key, items }, place) => (
          <Section key={key} title={dayName(items[0].posted_at)} more={place === 0 && more}>
            <Rows>
              {items.map((transaction) => (
                <TransactionRow key={transaction.id} transaction={transaction} {...row} />
              ))}
            </Rows>
          </Section>
        ),
      )}
    </>
  );
}
