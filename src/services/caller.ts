import type { SessionId, UserId, WalletId } from "../domain/ids.ts";

/**
 * Who asks, as the access token says; whether the session is still active is for the database to
 * say.
 */
export interface Caller {
  readonly userId: UserId;
  readonly sessionId: SessionId;
  /**
   * Their default wallet in the default currency when the token was signed, for routing; null: not
   * known.
   */
  readonly defaultWalletId: WalletId | null;
}
