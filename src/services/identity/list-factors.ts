import { asc, count, eq } from "drizzle-orm";
import type { BatchResponse } from "drizzle-orm/batch";
import type { HttpDatabase } from "../../db/connect.ts";
import { passkeys, recoveryCodes, totpFactors } from "../../db/schema/index.ts";
import type { PasskeyId, UserId } from "../../domain/ids.ts";
import { done, type Outcome } from "../../domain/outcome.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { readInSession } from "./sessions/read-in-session.ts";

export interface Passkey {
  readonly id: PasskeyId;
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

export interface Factors {
  /** Null when no authenticator app is enrolled. */
  readonly totp: { readonly enrolledAt: Date; readonly lastUsedAt: Date } | null;
  readonly passkeys: readonly Passkey[];
  readonly recoveryCodesLeft: number;
}

/** Lists the caller's second factors, without their secrets. Refuses with session_ended. */
export async function listFactors(
  ctx: Pick<ServiceContext, "db">,
  caller: Caller,
): Promise<Outcome<Factors, "session_ended">> {
  const found = await readInSession(ctx, caller, (db) => selectFactors(db, caller.userId));
  return found.ok ? done(factorsOf(found.value)) : found;
}

/** The queries for a user's second factors, for `factorsOf`. */
export function selectFactors(db: HttpDatabase, userId: UserId) {
  return [
    db.select().from(totpFactors).where(eq(totpFactors.userId, userId)),
    db
      .select({
        id: passkeys.id,
        name: passkeys.name,
        createdAt: passkeys.createdAt,
        lastUsedAt: passkeys.lastUsedAt,
      })
      .from(passkeys)
      .where(eq(passkeys.userId, userId))
      .orderBy(asc(passkeys.id)),
    db.select({ left: count() }).from(recoveryCodes).where(eq(recoveryCodes.userId, userId)),
  ] as const;
}

/** The second factors that the answers of selectFactors tell of, without secrets. */
export function factorsOf([[totp], keys, [codes]]: BatchResponse<
  ReturnType<typeof selectFactors>
>): Factors {
  return {
    totp:
      totp?.confirmedAt && totp.lastUsedAt
        ? { enrolledAt: totp.confirmedAt, lastUsedAt: totp.lastUsedAt }
        : null,
    passkeys: keys,
    recoveryCodesLeft: codes?.left ?? 0,
  };
}
