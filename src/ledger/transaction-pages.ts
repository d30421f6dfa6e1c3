// Reads a page of a user's transactions. The statement reads each wallet's part of an index
// backwards from a cursor, so that a page costs the same in a table of any size.

import { type SQL, sql } from "drizzle-orm";
import { type CompiledQuery, compileQuery } from "../db/compiled-query.ts";
import type { TransactionFilter } from "../domain/history.ts";
import type { UserId } from "../domain/ids.ts";
import type { UnixMicros } from "../domain/instant.ts";
import { type PageRequest, rowsToSelect } from "../domain/page.ts";
import { counterpartyOfTransaction } from "./counterparty-columns.ts";
import {
  joinOwnLegs,
  ownWallets,
  type SeenTransactionRow,
  transactionColumns,
} from "./history-rows.ts";
import {
  lastOfWallets,
  type PageShape,
  type PageValues,
  rowConditions,
  type ValueOf,
} from "./last-of-wallets.ts";
import { pageByText } from "./page-by-text.ts";
import { referenceSearch } from "./text-search.ts";

function pageValues(
  viewer: UserId,
  filter: TransactionFilter,
  page: PageRequest<UnixMicros>,
): PageValues {
  const { walletId, type, currency, text, fromMicros, toMicros } = filter;
  const reference = text === null ? null : referenceSearch(text);
  return {
    viewer,
    wallet: walletId,
    type,
    currency,
    text,
    reference_part: reference?.part ?? null,
    reference_piece: reference?.piece ?? null,
    from: fromMicros?.toString() ?? null,
    to: toMicros?.toString() ?? null,
    after: page.after?.toString() ?? null,
    // One more than the page contains: it shows that another page follows.
    rows_max: rowsToSelect(page),
  };
}

/**
 * A page of the transactions on the viewer's wallets, the last committed first, each with its legs
 * on the viewer's wallets. The position of a page is a posted_at. Returns up to `limit + 1` rows
 * (see `pageOf`), for `seenTransactionOf`. No rows for a wallet of another user.
 *
 * Successful transactions are found by their entries, whose key contains the wallet first. Failed
 * transactions have no entries and are found by indexes of their own.
 */
export function selectTransactions(
  viewer: UserId,
  filter: TransactionFilter,
  page: PageRequest<UnixMicros>,
): SQL {
  const values = pageValues(viewer, filter, page);
  return pageStatement(filter, values, (name) => sql`${values[name]}`);
}

// One compiled statement for each combination of filters; there are a few hundred.
const compiled = new Map<string, CompiledQuery<SeenTransactionRow>>();

/** The statement of `selectTransactions` as a compiled query, and its values. */
export function compiledTransactions(
  viewer: UserId,
  filter: TransactionFilter,
  page: PageRequest<UnixMicros>,
): { readonly query: CompiledQuery<SeenTransactionRow>; readonly values: PageValues } {
  const values = pageValues(viewer, filter, page);
  const isSet = Object.values(values).map((value) => value !== null);
  const shape = `${filter.status} ${filter.direction} ${isSet.join(" ")}`;
  let query = compiled.get(shape);
  if (!query) {
    query = compileQuery(pageStatement(filter, values, (name) => sql.placeholder(name)));
    compiled.set(shape, query);
  }
  return { query, values };
}

function pageStatement(filter: PageShape, values: PageValues, value: ValueOf): SQL {
  const page =
    values.text === null
      ? sql`page AS (${lastOfWallets(filter, values, value, {
          conditions: rowConditions(values, value),
          rowsMax: sql`${value("rows_max")}::int`,
        })})`
      : pageByText(filter, values, value);
  return sql`
    WITH own AS MATERIALIZED (${ownWallets(sql`${value("viewer")}::uuid`)}), ${page}
    SELECT ${transactionColumns}, ${counterpartyOfTransaction(value("viewer"))}
    FROM page JOIN transactions t ON t.id = page.id ${joinOwnLegs}
    ORDER BY page.posted_at DESC`;
}
