import type { Entry, Wallet } from "@mahfaza/client";
import { api } from "../../api/client.ts";
import { usePages } from "../../api/use-pages.ts";
import { dayKey, dayName } from "../../i18n/time.ts";
import { isNegative } from "../../pay/amount-sign.ts";
import { WhenLoaded } from "../../problems/loaded.tsx";
import { MorePages } from "../../problems/more-pages.tsx";
import { otherName } from "../../transactions/counterpart.tsx";
import { transactionTitle } from "../../transactions/transaction-words.ts";
import { Amount } from "../../ui/amount.tsx";
import { Empty } from "../../ui/empty.tsx";
import { groupNeighbours } from "../../ui/group-neighbours.ts";
import { Section } from "../../ui/page.tsx";
import { Row, Rows } from "../../ui/row.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { Time } from "../../ui/time.tsx";
import { walletWords as t } from "./words.ts";

/** Every change of a wallet's balance, with the balance after it. */
export function WalletEntries({ wallet: { id } }: { readonly wallet: Wallet }) {
  const pages = usePages<Entry>(`wallet:${id}:entries`, {
    load: (cursor) =>
      api.GET("/v1/wallets/{id}/entries", {
        params: { path: { id }, query: cursor === null ? {} : { cursor } },
      }),
    idOf: ({ seq }) => String(seq),
  });
  return (
    <Section title={t().entries} more={<a href={`/history?wallet=${id}`}>{t().history}</a>}>
      <WhenLoaded of={pages.loaded} loading={<Skeleton form="rows" count={5} />}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t().entriesTitle}>{t().entriesText}</Empty>
          ) : (
            <div class="stack">
              {groupNeighbours(items, ({ posted_at }) => dayKey(posted_at)).map((day) => (
                <div key={day.key} class="stack-small">
                  <h3>{dayName(day.items[0].posted_at)}</h3>
                  <Rows>
                    {day.items.map((entry) => (
                      <EntryRow key={entry.seq} entry={entry} />
                    ))}
                  </Rows>
                </div>
              ))}
              <MorePages pages={pages} />
            </div>
          )
        }
      </WhenLoaded>
    </Section>
  );
}

function EntryRow({ entry }: { readonly entry: Entry }) {
  const { type, amount, balance_after, note, posted_at, transaction_id, currency } = entry;
  const way = isNegative(amount) ? "out" : "in";
  const kind = transactionTitle(type, entry.counterparty?.is_own ? "between" : way);
  const name = otherName(entry.counterparty);
  return (
    <Row
      href={`/history/${transaction_id}`}
      icon={type === "EXCHANGE" ? "swap" : way === "out" ? "send" : "receive"}
      title={name === null ? kind : <bdi dir="auto">{name}</bdi>}
      detail={
        note ? (
          <span class="note">
            <bdi dir="auto">{note}</bdi>
          </span>
        ) : name !== null ? (
          kind
        ) : (
          <Time at={posted_at} form="time" />
        )
      }
      end={
        <>
          <Amount value={amount} currency={currency} sign="both" />
          <small class="row-time">
            {t().balanceAfter} <Amount value={balance_after} />
          </small>
        </>
      }
    />
  );
}
