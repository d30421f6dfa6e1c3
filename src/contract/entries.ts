import { z } from "zod";
import { currencyOf } from "../domain/currency.ts";
import type { HistoryEntry } from "../domain/history.ts";
import { toWireId } from "../domain/ids.ts";
import { formatAmount } from "../domain/money.ts";
import type { Page } from "../domain/page.ts";
import { TRANSACTION_TYPES } from "../domain/transaction.ts";
import { CounterpartyBody, counterpartyBody } from "./counterparty.ts";
import { idText } from "./ids.ts";
import { PostedAt } from "./instant.ts";
import { type ListScope, pagedList } from "./page.ts";

const SEQ = /^[1-9]\d{0,17}$/;

// Version 2: a cursor is bound to its scope.
const entries = pagedList<bigint>({
  name: "entries",
  version: 2,
  read: (text) => (SEQ.test(text) ? BigInt(text) : null),
  write: String,
  example: 2n,
});

/** The query of `GET /v1/wallets/{id}/entries`. */
export const EntriesQuery = z.strictObject(entries.fields);

const EntryBody = z
  .object({
    seq: z
      .int()
      .positive()
      .meta({
        description: "Position in the wallet's history: 1, 2, 3 … without a gap.",
        examples: [2],
      }),
    amount: z.string().meta({
      description: "Signed decimal in major units; negative leaves the wallet.",
      examples: ["-250.00"],
    }),
    balance_after: z.string().meta({
      description: "The wallet's balance right after this entry.",
      examples: ["2250.00"],
    }),
    currency: z.string().meta({ examples: ["YEM"] }),
    transaction_id: idText("txn", "The transaction that wrote this entry."),
    type: z.enum(TRANSACTION_TYPES),
    reference: z.string().meta({ examples: ["TRF-261123-7K3M-9QXT-2A4B"] }),
    note: z
      .string()
      .nullable()
      .meta({ examples: ["rent"] }),
    counter_wallet: idText(
      "wal",
      "The wallet on the other side. Null for a deposit or a withdrawal.",
    ).nullable(),
    counterparty: CounterpartyBody.nullable().meta({
      description:
        "The owner of that wallet. Null for deposits, withdrawals, exchanges, corrections and deleted accounts.",
    }),
    created_at: z.iso.datetime().meta({
      description: "The same as posted_at.",
      examples: ["2026-11-23T09:30:00.018204Z"],
    }),
    posted_at: PostedAt,
  })
  .meta({ id: "Entry", description: "One change of a wallet's balance." });

export const EntriesPage = entries.schema(EntryBody, "EntriesPage");

/** The wire form of a page of entries that was read in this scope. */
export function entriesPage(
  page: Page<HistoryEntry, bigint>,
  scope: ListScope,
): z.infer<typeof EntriesPage> {
  return entries.body(page, scope, entryBody);
}

function entryBody(entry: HistoryEntry): z.infer<typeof EntryBody> {
  const { exponent } = currencyOf(entry.currency);
  return {
    seq: Number(entry.seq),
    amount: formatAmount(entry.amountMinor, exponent),
    balance_after: formatAmount(entry.balanceAfterMinor, exponent),
    currency: entry.currency,
    transaction_id: toWireId("txn", entry.transactionId),
    type: entry.type,
    reference: entry.reference,
    note: entry.note,
    counter_wallet: entry.counterWalletId && toWireId("wal", entry.counterWalletId),
    counterparty: counterpartyBody(entry.counterparty),
    created_at: entry.postedAt,
    posted_at: entry.postedAt,
  };
}
