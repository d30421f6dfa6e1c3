import { z } from "zod";
import { SEARCH_LENGTH_MAX } from "../domain/bounds.ts";
import { DIRECTIONS, type Page, type TransactionFilter } from "../domain/history.ts";
import {
  TRANSACTION_STATUSES,
  TRANSACTION_TYPES,
  type Transaction,
} from "../domain/transaction.ts";
import { CurrencyCode } from "./amount.ts";
import { WalletId } from "./ids.ts";
import { microsOfText, preciseInstant } from "./instant.ts";
import { cursorKind, PageLimit, pageBody } from "./page.ts";
import { personText } from "./text.ts";
import { TransactionBody, transactionBody } from "./transactions.ts";

// Version 1 held the id, which tells when a transaction was asked.
const cursors = cursorKind("transactions", 2, microsOfText, String);

/** The query of `GET /v1/transactions`, parsed into a filter and a place. */
export const TransactionsQuery = z
  .strictObject({
    limit: PageLimit,
    cursor: cursors.parameter,
    type: z.enum(TRANSACTION_TYPES).optional(),
    status: z.enum(TRANSACTION_STATUSES).optional(),
    direction: z.enum(DIRECTIONS).optional().meta({
      description: "Whether the caller's wallet paid or was paid.",
    }),
    wallet_id: WalletId.optional(),
    currency: CurrencyCode.optional(),
    from: preciseInstant("The first posted_at that is shown."),
    to: preciseInstant("The first posted_at that is no longer shown."),
    q: personText({
      min: 1,
      max: SEARCH_LENGTH_MAX,
      description: "Text that the note or the reference contains, whatever its case.",
      example: "rent",
    }).optional(),
  })
  .transform((query) => ({
    page: { after: query.cursor ?? null, limit: query.limit },
    filter: {
      type: query.type ?? null,
      status: query.status ?? null,
      direction: query.direction ?? null,
      walletId: query.wallet_id ?? null,
      currency: query.currency ?? null,
      fromMicros: query.from ?? null,
      toMicros: query.to ?? null,
      text: query.q ?? null,
    } satisfies TransactionFilter,
  }));

export const TransactionsPage = pageBody(TransactionBody, "TransactionsPage");

/** The wire form of a page of transactions. */
export function transactionsPage(
  page: Page<Transaction, bigint>,
): z.infer<typeof TransactionsPage> {
  return {
    data: page.items.map(transactionBody),
    next_cursor: page.next === null ? null : cursors.write(page.next),
  };
}
