import { z } from "zod";
import { NOTE_LENGTH_MAX } from "../domain/bounds.ts";
import { DEFAULT_CURRENCY } from "../domain/currency.ts";
import { Amount, CurrencyCode, moneyFields, OfferedCurrencyCode, toMoney } from "./amount.ts";
import { QuoteId, WalletId } from "./ids.ts";
import { PhoneText } from "./phone.ts";
import { addIssue, personText } from "./text.ts";

export const Note = personText({
  min: 1,
  max: NOTE_LENGTH_MAX,
  description: "Both sides can read it.",
  example: "rent for November",
});

/** Refuses a second field that names the same wallet. */
function exclude(ctx: z.RefinementCtx, path: string, other: string): never {
  ctx.addIssue({
    code: "custom",
    path: [path],
    message: `must not stand beside ${other}`,
    params: { code: "conflicting_fields" },
  });
  return z.NEVER;
}

function missing(ctx: z.RefinementCtx): never {
  ctx.addIssue({
    code: "custom",
    path: ["amount"],
    message: "is required",
    params: { code: "required" },
  });
  return z.NEVER;
}

const ownWalletFields = {
  wallet_id: WalletId.optional(),
  phone: PhoneText.optional().meta({
    description:
      "Your own phone, instead of wallet_id. Without both, your default wallet of the currency.",
  }),
};

const nameOneWallet = <B extends { wallet_id?: unknown; phone?: unknown }>(
  body: B,
  ctx: z.RefinementCtx,
): B => (body.wallet_id && body.phone !== undefined ? exclude(ctx, "phone", "wallet_id") : body);

/** POST /v1/deposits. */
export const CreateDeposit = z
  .strictObject({
    ...moneyFields,
    currency: OfferedCurrencyCode.default(DEFAULT_CURRENCY),
    ...ownWalletFields,
  })
  .transform(nameOneWallet)
  .transform(toMoney)
  .meta({ id: "DepositRequest" });

/** POST /v1/withdrawals. */
export const CreateWithdrawal = z
  .strictObject({ ...moneyFields, ...ownWalletFields })
  .transform(nameOneWallet)
  .transform(toMoney)
  .meta({ id: "WithdrawRequest" });

interface Recipient {
  readonly to_wallet_id?: string | undefined;
  readonly to_phone?: string | undefined;
}

/** Refuses a body that names its recipient twice, or not at all. */
export function oneRecipient<B extends Recipient>(body: B, ctx: z.RefinementCtx): B {
  if (body.to_wallet_id && body.to_phone !== undefined) {
    return exclude(ctx, "to_phone", "to_wallet_id");
  }
  if (!body.to_wallet_id && body.to_phone === undefined) {
    return addIssue(ctx, "required", "to_wallet_id or to_phone is required");
  }
  return body;
}

/** POST /v1/transfers. */
export const CreateTransfer = z
  .strictObject({
    amount: Amount.optional(),
    currency: CurrencyCode.optional().meta({ description: "Without it, YEM." }),
    quote_id: QuoteId.optional().meta({
      description:
        "A quote of yours, instead of amount and currency: you pay its source_amount, and the recipient is paid its target_amount in their currency.",
    }),
    from_wallet_id: WalletId.optional().meta({
      description: "One of your wallets. Without it, your default wallet of the currency.",
    }),
    to_wallet_id: WalletId.optional(),
    to_phone: PhoneText.optional().meta({
      description:
        "The recipient's phone, instead of to_wallet_id. Their default wallet of the currency is paid.",
    }),
    note: Note.optional(),
  })
  .transform(oneRecipient)
  .transform((body, ctx) => {
    const { amount, currency, quote_id, ...sides } = body;
    if (quote_id === undefined) {
      if (amount === undefined) return missing(ctx);
      const given = { ...sides, amount, currency: currency ?? DEFAULT_CURRENCY };
      return { ...toMoney(given, ctx), quoteId: null };
    }
    if (amount !== undefined) return exclude(ctx, "amount", "quote_id");
    if (currency !== undefined) return exclude(ctx, "currency", "quote_id");
    return { ...sides, quoteId: quote_id };
  })
  .meta({ id: "TransferRequest" });

/** POST /v1/exchanges. */
export const CreateExchange = z
  .strictObject({
    quote_id: QuoteId,
    from_wallet_id: WalletId.optional().meta({
      description:
        "The wallet that pays. Without it, the one that the quote names, else your default wallet of the currency.",
    }),
    to_wallet_id: WalletId.optional().meta({
      description: "Your wallet that receives. Without it, the same.",
    }),
    note: Note.optional(),
  })
  .meta({ id: "ExchangeRequest" });
