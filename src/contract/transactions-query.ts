import { z } from "zod";
import { SEARCH_LENGTH_MAX } from "../domain/bounds.ts";
import { DIRECTIONS, type TransactionFilter } from "../domain/history.ts";
import { type UnixMicros, unixMicros } from "../domain/instant.ts";
import type { Page } from "../domain/page.ts";
import {
  TRANSACTION_STATUSES,
  TRANSACTION_TYPES,
  type Transaction,
} from "../domain/transaction.ts";
import { CurrencyCode } from "./amount.ts";
import { WalletId } from "./ids.ts";
import { microsOfText, preciseInstant, refuseReversed } from "./instant.ts";
import { type ListScope, pagedList } from "./page.ts";
import { personText } from "./text.ts";
import { TransactionBody, transactionBody } from "./transactions.ts";

// Version 2: the position is the time of the commit. Version 3: a cursor is bound to its scope.
// Version 4: a cursor's tag covers its position.
const transactions = pagedList<UnixMicros>({
  name: "transactions",
  version: 4,
  read: microsOfText,
  write: String,
  example: unixMicros(1_795_426_200_018_204n),
});

/** The query of `GET /v1/transactions`, parsed into a filter and a page's query. */
export const TransactionsQuery = z
  .strictObject({
    ...transactions.fields,
    type: z.enum(TRANSACTION_TYPES).optional().meta({ description: "Only this type." }),
    status: z.enum(TRANSACTION_STATUSES).optional().meta({ description: "Only this status." }),
    direction: z.enum(DIRECTIONS).optional().meta({
      description: "Only what your wallets sent, or what they received.",
    }),
    wallet_id: WalletId.optional().meta({
      description: "Only transactions on this wallet, one of yours.",
    }),
    currency: CurrencyCode.optional().meta({
      description: "Only this currency. ISO 4217, or YEM.",
    }),
    from: preciseInstant("The first posted_at that is included."),
    to: preciseInstant("The first posted_at that is no longer included."),
    q: personText({
      min: 1,
      max: SEARCH_LENGTH_MAX,
      description:
        "Text that the note contains, or a piece of the reference with at least one whole part of it. Case, accents, vowel marks and the spelling of Arabic letters are ignored.",
      example: "rent",
    }).optional(),
  })
  .superRefine(refuseReversed)
  .transform((query) => ({
    page: { limit: query.limit, cursor: query.cursor },
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

export const TransactionsPage = transactions.schema(TransactionBody, "TransactionsPage");

/** The wire form of a page of transactions that was read in this scope. */
export function transactionsPage(
  page: Page<Transaction, UnixMicros>,
  scope: ListScope,
): z.infer<typeof TransactionsPage> {
  return transactions.body(page, scope, transactionBody);
}
