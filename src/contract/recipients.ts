import { z } from "zod";
import type { CheckedRecipient } from "../domain/recipient.ts";
import { WalletId } from "./ids.ts";
import { PhoneText } from "./phone.ts";
import { addIssue } from "./text.ts";

/** POST /v1/recipients/check: a body, because a phone in a URL would be in every log on its way. */
export const CheckRecipient = z
  .strictObject({ phone: PhoneText.optional(), wallet_id: WalletId.optional() })
  .superRefine(({ phone, wallet_id }, ctx) => {
    if ((phone === undefined) !== (wallet_id === undefined)) return;
    addIssue(ctx, "required", "must have exactly one of phone and wallet_id");
  })
  .meta({
    id: "CheckRecipientRequest",
    description: "Exactly one of `phone` and `wallet_id`, as a transfer names its recipient.",
  });

export const RecipientBody = z
  .object({
    name: z.string().meta({
      description: "The first letter of each word of the name, and three stars for the rest.",
      examples: ["B*** N***"],
    }),
    is_verified: z.boolean().meta({
      description: "Whether the recipient has proven their phone number by a code.",
    }),
    currencies: z.array(z.string()).meta({
      description: "The currencies in which a transfer to this phone or wallet arrives now.",
      examples: [["USD", "YEM"]],
    }),
    opens_wallets: z.boolean().meta({
      description:
        "Whether a transfer to this phone in another currency opens a wallet for the recipient.",
    }),
  })
  .meta({ id: "Recipient", description: "What a payer sees of a recipient before paying." });

/** The wire form of a checked recipient. */
export function recipientBody(recipient: CheckedRecipient): z.infer<typeof RecipientBody> {
  return {
    name: recipient.name,
    is_verified: recipient.isVerified,
    currencies: [...recipient.currencies],
    opens_wallets: recipient.opensWallets,
  };
}
