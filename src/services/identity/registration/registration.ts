import { DEFAULT_CURRENCY } from "../../../domain/currency.ts";
import type { UserId, WalletId } from "../../../domain/ids.ts";
import { DEFAULT_MARKET } from "../../../domain/market.ts";
import type { Phone } from "../../../domain/phone.ts";
import type { User } from "../../../domain/user.ts";
import type { Wallet } from "../../../domain/wallet.ts";

/** The new user and their first wallet, in the state in which registration created them. */
export interface Registration {
  readonly user: User;
  readonly wallet: Wallet;
  /** Whether an earlier request with the same key made the registration. */
  readonly isReplay: boolean;
}

interface RegistrationFacts {
  readonly userId: UserId;
  readonly username: string;
  readonly phone: Phone;
  readonly walletId: WalletId;
  readonly createdAt: Date;
  /** Whether a claim proved the phone. */
  readonly isPhoneVerified: boolean;
  readonly isReplay: boolean;
}

/** Fills in the values that every new user and wallet start with. */
export function registrationOf({
  userId,
  walletId,
  createdAt,
  isReplay,
  ...name
}: RegistrationFacts): Registration {
  return {
    user: {
      id: userId,
      ...name,
      email: null,
      isEmailVerified: false,
      createdAt,
      role: "user",
      suspension: null,
    },
    wallet: {
      id: walletId,
      ownerId: userId,
      currency: DEFAULT_CURRENCY,
      market: DEFAULT_MARKET,
      label: null,
      status: "active",
      freezeScope: null,
      isDefault: true,
      balanceMinor: 0n,
      heldMinor: 0n,
      createdAt,
    },
    isReplay,
  };
}
