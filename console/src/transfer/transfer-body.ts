import type { BodyOf, Money, Operation, Wallet } from "@mahfaza/client";
import { noteOf } from "../pay/note.ts";
import type { QuoteBody } from "../pay/use-quote.ts";
import { EMPTY_DRAFT, paidInOf, type SendDraft } from "./draft.ts";
import { plainId } from "./recipient-text.ts";

export type TransferBody = BodyOf<Operation<"/v1/transfers", "post">>;
type CheckBody = BodyOf<Operation<"/v1/recipients/check", "post">>;

/** The question for the name of the recipient. */
export function checkBody({ by, to }: SendDraft): CheckBody {
  return by === "phone" ? { phone: to } : { wallet_id: plainId(to) };
}

/**
 * The question for a quote, of a payment in another currency; null for a payment in the wallet's
 * own. A wallet in rials has its market; for others the person says whose rial arrives.
 */
export function quoteBody(draft: SendDraft, from: Wallet, amount: Money): QuoteBody | null {
  const paidIn = paidInOf(draft, from);
  if (paidIn === from.currency) return null;
  return {
    from_wallet_id: from.id,
    to_currency: paidIn,
    amount,
    side: draft.side,
    ...(paidIn === "YEM" && { market: draft.market }),
  };
}

/** The payment: of an amount in the wallet's currency, or of a quote. */
export function transferBody(
  draft: SendDraft,
  from: Wallet,
  sum: { readonly amount: Money } | { readonly quoteId: string },
): TransferBody {
  return {
    ...("quoteId" in sum
      ? { quote_id: sum.quoteId }
      : { amount: sum.amount, currency: from.currency }),
    from_wallet_id: from.id,
    ...(draft.by === "phone" ? { to_phone: draft.to } : { to_wallet_id: plainId(draft.to) }),
    ...noteOf(draft.note),
  };
}

/** The form of a payment that was sent before a reload, as far as its request tells. */
export function draftOfBody(body: TransferBody): SendDraft {
  const { to_phone, to_wallet_id = "", amount = "", currency = null, note = "" } = body;
  return {
    ...EMPTY_DRAFT,
    by: to_phone === undefined ? "wallet" : "phone",
    to: to_phone ?? to_wallet_id,
    fromId: body.from_wallet_id ?? null,
    amount,
    currency,
    note,
  };
}
