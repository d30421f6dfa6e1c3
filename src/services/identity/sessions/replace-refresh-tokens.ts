import { type SQL, sql } from "drizzle-orm";
import { refreshTokenHash } from "../../../crypto/refresh-token.ts";
import type { Caller } from "../../context.ts";

/**
 * A statement for the transaction that sets a new password: deletes all refresh tokens of the
 * caller's session and stores `next`. A thief may hold a copy of an earlier token, and the new
 * password must end its use. The earlier tokens are deleted and not spent: their reuse must not end
 * the session, which goes on with `next`. Does nothing unless `newHash` is the stored hash, so if
 * the change was refused.
 */
export function replaceRefreshTokensStatement(
  { userId, sessionId }: Caller,
  next: string,
  newHash: string,
): SQL {
  const isChanged = sql`EXISTS (SELECT FROM users WHERE id = ${userId} AND password_hash = ${newHash})`;
  return sql`
    WITH removed AS (
      DELETE FROM refresh_tokens WHERE session_id = ${sessionId} AND ${isChanged}
    )
    INSERT INTO refresh_tokens (hash, session_id, created_at)
    SELECT decode(${refreshTokenHash(next)}, 'hex'), ${sessionId}::uuid, now() WHERE ${isChanged}`;
}
