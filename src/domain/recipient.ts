import type { CurrencyCode } from "./currency.ts";
import type { WalletId } from "./ids.ts";
import type { Phone } from "./phone.ts";

/** Whom a transfer would pay, named as a transfer names its recipient. */
export type NamedRecipient =
  | { readonly by: "phone"; readonly phone: Phone }
  | { readonly by: "id"; readonly walletId: WalletId };

/** What a payer learns of a recipient before paying. */
export interface CheckedRecipient {
  /** See maskedName. */
  readonly name: string;
  /** Whether the recipient has verified their phone number. */
  readonly isVerified: boolean;
  /** The currencies in which a transfer to this phone or wallet arrives now, in order of codes. */
  readonly currencies: readonly CurrencyCode[];
  /** Whether a transfer to this phone in another currency opens a wallet for it. */
  readonly opensWallets: boolean;
}
