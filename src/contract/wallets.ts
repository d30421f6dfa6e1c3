import { z } from "zod";
import { WALLET_LABEL_LENGTH_MAX } from "../domain/bounds.ts";
import { currencyOf } from "../domain/currency.ts";
import { FREEZE_SCOPES } from "../domain/freeze.ts";
import { toWireId, type UserId, type WalletId as WalletKey } from "../domain/ids.ts";
import { DEFAULT_MARKET, hasMarkets, MARKETS } from "../domain/market.ts";
import { formatAmount } from "../domain/money.ts";
import type { Transaction, UnpostedTransaction } from "../domain/transaction.ts";
import { availableMinor, WALLET_STATUSES, type Wallet } from "../domain/wallet.ts";
import { OfferedCurrencyCode } from "./amount.ts";
import { idText, WalletId } from "./ids.ts";
import { MarketBody } from "./rates.ts";
import { addIssue, personText } from "./text.ts";
import {
  TransactionBody,
  TransactionPreview,
  transactionBody,
  transactionPreview,
} from "./transactions.ts";

const Label = personText({
  min: 1,
  max: WALLET_LABEL_LENGTH_MAX,
  description: "The owner's name for the wallet.",
  example: "Savings",
});

/** POST /v1/wallets. */
export const OpenWallet = z
  .strictObject({
    currency: OfferedCurrencyCode,
    label: Label.optional(),
    market: z
      .enum(MARKETS)
      .optional()
      .meta({
        description: `Whose rial a wallet in YEM holds, for ever; without it, that of ${DEFAULT_MARKET}. Only with YEM.`,
        examples: ["aden"],
      }),
  })
  .superRefine((body, ctx) => {
    if (body.market === undefined || hasMarkets(body.currency)) return;
    const message = "must not stand beside a currency other than YEM";
    ctx.addIssue({ code: "custom", path: ["market"], message, params: { code: "no_market" } });
  })
  .meta({ id: "OpenWalletRequest" });

/** PATCH /v1/wallets/{id}. */
export const ChangeWallet = z
  .strictObject({
    label: Label.nullable().optional(),
    is_default: z.literal(true).optional().meta({
      description: "Makes it the default of its currency, in place of the present default.",
    }),
  })
  .transform((body, ctx) =>
    body.label === undefined && body.is_default === undefined
      ? addIssue(ctx, "required", "must have at least one of label and is_default")
      : body,
  )
  .meta({ id: "ChangeWalletRequest" });

/** POST /v1/wallets/{id}/close. */
export const CloseWallet = z
  .strictObject({
    sweep_to_wallet_id: WalletId.optional().meta({
      description:
        "Another wallet of yours in the same currency, which receives the balance. Without it, only an empty wallet can be closed.",
    }),
  })
  .meta({ id: "CloseWalletRequest" });

const decimal = (description: string) => z.string().meta({ description, examples: ["2500.00"] });

export const WalletBody = z
  .object({
    id: idText("wal", "The wallet."),
    currency: z.string().meta({ examples: ["YEM"] }),
    market: MarketBody.meta({
      description:
        "Whose rial a wallet in YEM holds. Null for other currencies. Rials of Aden and Sana'a pass between wallets only by an exchange.",
    }),
    label: z
      .string()
      .nullable()
      .meta({ examples: ["Savings"] }),
    status: z.enum(WALLET_STATUSES),
    freeze_scope: z.enum(FREEZE_SCOPES).nullable().meta({
      description:
        "What the freeze stops: money that leaves the wallet (`debits`), money that enters it (`credits`), or both. Null while the wallet is not frozen.",
    }),
    is_default: z
      .boolean()
      .meta({ description: "Whether it receives payments to the owner's phone in its currency." }),
    balance: decimal("All money in the wallet, held money included."),
    available: decimal("What can be spent: the balance less the held amount."),
    held: z.string().meta({ description: "The amount that is reserved.", examples: ["0.00"] }),
    created_at: z.iso.datetime().meta({ examples: ["2026-11-23T09:30:00.000Z"] }),
    owner: z
      .object({
        id: idText("usr", "The owner."),
        username: z.string().meta({ examples: ["Amina Saleh"] }),
      })
      .optional()
      .meta({ description: "Only in the answer of GET /v1/wallets/{id}." }),
  })
  .meta({ id: "Wallet", description: "A user's money in one currency." });

export const WalletList = z.object({ data: z.array(WalletBody) }).meta({ id: "WalletList" });

/** The wire form of a wallet, for its owner. */
export function walletBody(
  wallet: Wallet,
  owner?: { readonly id: UserId; readonly username: string },
): z.infer<typeof WalletBody> {
  const { exponent } = currencyOf(wallet.currency);
  return {
    id: toWireId("wal", wallet.id),
    currency: wallet.currency,
    market: wallet.market,
    label: wallet.label,
    status: wallet.status,
    freeze_scope: wallet.freezeScope,
    is_default: wallet.isDefault,
    balance: formatAmount(wallet.balanceMinor, exponent),
    available: formatAmount(availableMinor(wallet), exponent),
    held: formatAmount(wallet.heldMinor, exponent),
    created_at: wallet.createdAt.toISOString(),
    ...(owner && { owner: { id: toWireId("usr", owner.id), username: owner.username } }),
  };
}

const closing = {
  wallet_id: idText("wal", "The closed wallet."),
  status: z.literal("closed"),
};

export const ClosedWalletBody = z
  .object({
    ...closing,
    transaction: TransactionBody.nullable().meta({
      description: "The transfer of the balance; null if the wallet was empty.",
    }),
  })
  .meta({ id: "ClosedWallet" });

/** The answer to a dry run. */
export const ClosingPreview = z
  .object({
    ...closing,
    preview: TransactionPreview.nullable().meta({
      description: "The transfer of the balance as it would be recorded; null without a balance.",
    }),
  })
  .meta({ id: "ClosingPreview", description: "What a dry run would close." });

/** The wire form of a closing. */
export function closedWalletBody(
  walletId: WalletKey,
  transaction: Transaction | null,
): z.infer<typeof ClosedWalletBody> {
  return { ...closedAs(walletId), transaction: transaction && transactionBody(transaction) };
}

/** The wire form of a closing that a dry run would make. */
export function closingPreview(
  walletId: WalletKey,
  transaction: UnpostedTransaction | null,
): z.infer<typeof ClosingPreview> {
  return { ...closedAs(walletId), preview: transaction && transactionPreview(transaction) };
}

const closedAs = (walletId: WalletKey) =>
  ({ wallet_id: toWireId("wal", walletId), status: "closed" }) as const;
