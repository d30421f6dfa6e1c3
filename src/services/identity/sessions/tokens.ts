import { type SQL, sql } from "drizzle-orm";
import { ACCESS_TOKEN_SECONDS, signAccessToken } from "../../../crypto/access-token.ts";
import { DEFAULT_CURRENCY } from "../../../domain/currency.ts";
import type { Caller, ServiceContext } from "../../context.ts";

/** The tokens that a client receives after a login or a refresh. */
export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** The lifetime of the access token. */
  readonly expiresInSeconds: number;
}

/** Signs an access token for an active session and returns it with the refresh token. */
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
 * A subquery for the id of a user's default wallet in the default currency; null when there is
 * none. `userId` is an expression of the surrounding statement.
 */
export function defaultWalletIdSql(userId: SQL): SQL {
  return sql`(SELECT w.id FROM wallets w
    WHERE w.owner_id = ${userId} AND w.currency = ${DEFAULT_CURRENCY} AND w.is_default)`;
}
