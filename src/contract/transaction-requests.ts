import { z } from "zod";
import { NOTE_LENGTH_MAX } from "../domain/bounds.ts";
import { moneyFields, toMoney } from "./amount.ts";
import { WalletId } from "./ids.ts";
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

const ownWalletFields = {
  wallet_id: WalletId.optional(),
  phone: PhoneText.optional().meta({
    description:
      "Your own phone, instead of wallet_id. Without both, your default wallet of the currency.",
  }),
};

const OwnWalletRequest = z
  .strictObject({ ...moneyFields, ...ownWalletFields })
  .transform((body, ctx) =>
    body.wallet_id && body.phone !== undefined ? exclude(ctx, "phone", "wallet_id") : body,
  )
  .transform(toMoney);

/** POST /v1/deposits. */
export const CreateDeposit = OwnWalletRequest.meta({ id: "DepositRequest" });
/** POST /v1/withdrawals. */
export const CreateWithdrawal = OwnWalletRequest.meta({ id: "WithdrawRequest" });

/** POST /v1/transfers. */
export const CreateTransfer = z
  .strictObject({
    ...moneyFields,
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
  .transform((body, ctx) => {
    if (body.to_wallet_id && body.to_phone !== undefined) {
      return exclude(ctx, "to_phone", "to_wallet_id");
    }
    if (!body.to_wallet_id && body.to_phone === undefined) {
      return addIssue(ctx, "required", "to_wallet_id or to_phone is required");
    }
    return body;
  })
  .transform(toMoney)
  .meta({ id: "TransferRequest" });
