import { type SQL, sql } from "drizzle-orm";
import { ACCESS_TOKEN_SECONDS, signAccessToken } from "../../../crypto/access-token.ts";
import { DEFAULT_CURRENCY } from "../../../domain/currency.ts";
import type { Caller, ServiceContext } from "../../context.ts";

/** What a person holds after logging in. */
export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Of the access token. */
  readonly expiresInSeconds: number;
}

/** An access token for a live session, beside its refresh token. */
export async function issueTokens(
  { config, nowMs }: Pick<ServiceContext, "config" | "nowMs">,
  caller: Caller,
  refreshToken: string,
): Promise<Tokens> {
  return {
    accessToken: await signAccessToken(config, caller, nowMs()),
    refreshToken,
    expiresInSeconds: ACCESS_TOKEN_SECONDS,
  };
}

/**
 * The id of a person's default wallet in the default currency, for their access token; null when they have
 * none. `userId` is an expression of the statement that this is a part of.
 */
export function defaultWalletIdSql(userId: SQL): SQL {
  return sql`(SELECT w.id FROM wallets w
    WHERE w.owner_id = ${userId} AND w.currency = ${DEFAULT_CURRENCY} AND w.is_default)`;
}
