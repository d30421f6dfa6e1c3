import { and, eq } from "drizzle-orm";
import type { HashTurn } from "../../../crypto/hash-queue.ts";
import { verifyPassword } from "../../../crypto/password.ts";
import { idempotencyKeys, users } from "../../../db/schema/index.ts";
import { DEFAULT_CURRENCY } from "../../../domain/currency.ts";
import type { UserId, WalletId } from "../../../domain/ids.ts";
import type { Origin } from "../../../domain/origin.ts";
import { done, type Outcome, refuse } from "../../../domain/outcome.ts";
import type { Phone } from "../../../domain/phone.ts";
import type { User } from "../../../domain/user.ts";
import type { Wallet } from "../../../domain/wallet.ts";
import type { ServiceContext } from "../../context.ts";
import { admitAttempt } from "../throttle/admit-attempt.ts";
import { recordSuccess } from "../throttle/record-success.ts";
import { loginAttempt } from "./login-attempt.ts";

/** What registering made: the person and their first wallet, as they were then. */
export interface Registration {
  readonly user: User;
  readonly wallet: Wallet;
  readonly isReplay: boolean;
}

interface Facts {
  readonly userId: UserId;
  readonly username: string;
  readonly phone: Phone;
  readonly walletId: WalletId;
  readonly createdAt: Date;
  readonly isReplay: boolean;
}

export function registrationOf({
  userId,
  walletId,
  createdAt,
  isReplay,
  ...name
}: Facts): Registration {
  return {
    user: {
      id: userId,
      ...name,
      email: null,
      isPhoneVerified: false,
      isEmailVerified: false,
      createdAt,
    },
    wallet: {
      id: walletId,
      ownerId: userId,
      currency: DEFAULT_CURRENCY,
      label: null,
      status: "active",
      isDefault: true,
      balanceMinor: 0n,
      heldMinor: 0n,
      createdAt,
    },
    isReplay,
  };
}

interface Request {
  readonly username: string;
  readonly phone: Phone;
  readonly password: string;
  readonly idempotencyKey: string | null;
  readonly origin: Origin;
}

export type FoundRefusal = "phone_taken" | "idempotency_key_reused" | "too_many_attempts";

/**
 * What became of this phone before: null when it is free. The first answer is given again only to
 * who knows key and password; to try that password is a attempt at a log-in, and counted as one.
 */
export async function findRegistration(
  ctx: Pick<ServiceContext, "config" | "db" | "nowMs">,
  { username, phone, password, idempotencyKey, origin }: Request,
  fingerprint: string,
  turn: HashTurn,
): Promise<Outcome<Registration, FoundRefusal> | null> {
  const [found] = await ctx.db
    .select({
      userId: users.id,
      passwordHash: users.passwordHash,
      passwordChangedAt: users.passwordChangedAt,
      createdAt: users.createdAt,
      walletId: idempotencyKeys.walletId,
      fingerprint: idempotencyKeys.fingerprint,
    })
    .from(users)
    .leftJoin(
      idempotencyKeys,
      and(eq(idempotencyKeys.userId, users.id), eq(idempotencyKeys.key, idempotencyKey ?? "")),
    )
    .where(eq(users.phone, phone));
  if (!found) return null;
  const { userId, walletId, createdAt, passwordHash } = found;
  if (found.fingerprint === null) return refuse("phone_taken");
  if (found.fingerprint !== fingerprint || !walletId || !passwordHash) {
    return refuse("idempotency_key_reused");
  }
  const source = { by: "address", name: origin.network } as const;
  const admitted = await admitAttempt(ctx, loginAttempt(phone, source, found));
  if (!admitted.ok) return admitted;
  if (!(await verifyPassword(password, passwordHash, turn)))
    return refuse("idempotency_key_reused");
  await recordSuccess(ctx, admitted.value);
  return done(registrationOf({ userId, username, phone, walletId, createdAt, isReplay: true }));
}
