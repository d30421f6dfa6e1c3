import { and, asc, count, eq, isNotNull } from "drizzle-orm";
import type { BatchResponse } from "drizzle-orm/batch";
import type { Credential } from "../../../crypto/passkey.ts";
import type { HttpDatabase } from "../../../db/connect.ts";
import { passkeys, recoveryCodes, totpFactors } from "../../../db/schema/index.ts";
import type { UserId } from "../../../domain/ids.ts";
import type { SecondFactor } from "../../../domain/second-factor.ts";
import type { ServiceContext } from "../../context.ts";

export interface FoundFactors {
  /** The methods that the user can use now. */
  readonly methods: readonly SecondFactor[];
  readonly passkeys: readonly Credential[];
}

/** Reads the second factors of a user. */
export async function findFactors(
  { db }: Pick<ServiceContext, "db">,
  userId: UserId,
): Promise<FoundFactors> {
  return foundFactors(await db.batch(factorQueries(db, userId)));
}

/** The queries of findFactors, for use in a larger batch; foundFactors reads their results. */
export function factorQueries(db: HttpDatabase, userId: UserId) {
  return [
    db
      .select({ userId: totpFactors.userId })
      .from(totpFactors)
      .where(and(eq(totpFactors.userId, userId), isNotNull(totpFactors.confirmedAt))),
    db
      .select({
        credentialId: passkeys.credentialId,
        publicKey: passkeys.publicKey,
        signCount: passkeys.signCount,
        transports: passkeys.transports,
      })
      .from(passkeys)
      .where(eq(passkeys.userId, userId))
      .orderBy(asc(passkeys.id)),
    db.select({ left: count() }).from(recoveryCodes).where(eq(recoveryCodes.userId, userId)),
  ] as const;
}

/** Reads the results of factorQueries. */
export function foundFactors([totp, keys, [codes]]: BatchResponse<
  ReturnType<typeof factorQueries>
>): FoundFactors {
  const methods: SecondFactor[] = [];
  if (totp.length > 0) methods.push("totp");
  if (keys.length > 0) methods.push("passkey");
  if (codes && codes.left > 0) methods.push("recovery_code");
  return { methods, passkeys: keys };
}
