import { z } from "zod";
import { currencyOf } from "../domain/currency.ts";
import {
  HOLD_ROLES,
  HOLD_STATES,
  type Hold,
  reservedMinor,
  type SeenHold,
} from "../domain/hold.ts";
import { toWireId } from "../domain/ids.ts";
import { msText } from "../domain/instant.ts";
import { formatAmount } from "../domain/money.ts";
import type { Transaction, UnpostedTransaction } from "../domain/transaction.ts";
import { CounterpartyBody, counterpartyBody } from "./counterparty.ts";
import { idText } from "./ids.ts";
import {
  TransactionBody,
  TransactionPreview,
  transactionBody,
  transactionPreview,
} from "./transactions.ts";

const decimal = (description: string, example: string) =>
  z.string().meta({ description, examples: [example] });
const time = (description: string) =>
  z.iso.datetime().meta({ description, examples: ["2026-11-24T09:30:00.000Z"] });

export const HoldBody = z
  .object({
    id: idText("hld", "The hold."),
    state: z.enum(HOLD_STATES).meta({
      description:
        "`open`, or how it ended: `captured` by its last capture, `voided`, or `expired`. It never changes again then.",
    }),
    role: z.enum(HOLD_ROLES).meta({
      description:
        "Yours: the payer placed it, the payee can capture it. If you are both: `payer`.",
    }),
    amount: decimal("The total that can be captured.", "400.00"),
    captured: decimal("What was captured.", "0.00"),
    capturable: decimal("What can still be captured; 0 once it has ended.", "400.00"),
    currency: z.string().meta({ examples: ["YEM"] }),
    from_wallet: idText("wal", "The wallet whose money is reserved."),
    to_wallet: idText("wal", "The wallet that is paid."),
    counterparty: CounterpartyBody.nullable().optional().meta({
      description:
        "The owner of the other wallet: the payee for the payer, the payer for the payee. Only in GET /v1/holds and /v1/holds/{id}. Null for a deleted account.",
    }),
    note: z
      .string()
      .nullable()
      .meta({ examples: ["booking 7"] }),
    payer_can_void: z.boolean().meta({ description: "Whether its payer may void it, too." }),
    created_at: time("When it was placed."),
    expires_at: time("From then on nothing can be captured."),
    closed_at: time("When it ended; null while it is open.").nullable(),
  })
  .meta({ id: "Hold", description: "Money of a payer that is reserved for a payee." });

export type HoldBody = z.infer<typeof HoldBody>;

/** A hold with its transactions. */
export const HoldDetails = HoldBody.extend({
  transactions: z.array(TransactionBody).meta({
    description:
      "How it was placed, raised or extended, captured and voided, the first first. An expiry has no transaction.",
  }),
}).meta({ id: "HoldDetails", description: "A hold and its successful transactions." });

/** The recorded transaction about a hold. */
export const HoldTransaction = TransactionBody.extend({ hold: HoldBody }).meta({
  id: "HoldTransaction",
  description: "A recorded transaction, and the hold after it.",
});

export type HoldTransaction = z.infer<typeof HoldTransaction>;

export const HoldPreview = TransactionPreview.extend({
  hold: HoldBody.omit({ id: true, counterparty: true }).extend({
    to_wallet: idText("wal", "The wallet that is paid; null: one that would be opened.").nullable(),
  }),
}).meta({
  id: "HoldTransactionPreview",
  description: "What a dry run would have recorded, and the hold after it.",
});

export type HoldPreview = z.infer<typeof HoldPreview>;

/** The wire form of a hold, for its payer or its payee. Throws for one of a withdrawal. */
export function holdBody(hold: SeenHold): HoldBody {
  const { role, counterparty } = hold;
  return {
    ...holdFields(hold),
    role,
    ...(counterparty !== undefined && { counterparty: counterpartyBody(counterparty) }),
  };
}

/** The same without a role. */
export function holdFields(hold: Hold): Omit<HoldBody, "role"> {
  const { toWalletId, expiresAtMs, closedAtMs } = hold;
  if (toWalletId === null || expiresAtMs === null) throw new Error("no hold of a payment");
  const amountText = (minor: bigint) => formatAmount(minor, currencyOf(hold.currency).exponent);
  return {
    id: toWireId("hld", hold.id),
    state: hold.state,
    amount: amountText(hold.amountMinor),
    captured: amountText(hold.capturedMinor),
    capturable: amountText(reservedMinor(hold)),
    currency: hold.currency,
    from_wallet: toWireId("wal", hold.fromWalletId),
    to_wallet: toWireId("wal", toWalletId),
    note: hold.note,
    payer_can_void: hold.isPayerVoidable,
    created_at: msText(hold.createdAtMs),
    expires_at: msText(expiresAtMs),
    closed_at: closedAtMs === null ? null : msText(closedAtMs),
  };
}

export function holdTransaction(transaction: Transaction, hold: SeenHold): HoldTransaction {
  return { ...transactionBody(transaction), hold: holdBody(hold) };
}

export function holdPreview(transaction: UnpostedTransaction, hold: SeenHold): HoldPreview {
  const { id: _, ...body } = holdBody(hold);
  const preview = transactionPreview(transaction);
  return { ...preview, hold: { ...body, to_wallet: preview.to_wallet } };
}
