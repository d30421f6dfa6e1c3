import { sql } from "drizzle-orm";
import { refreshTokenHash } from "../../../crypto/refresh-token.ts";
import type { SessionId } from "../../../domain/ids.ts";
import type { ServiceContext } from "../../context.ts";

/** Whether a text is a refresh token of the session, one that was spent too. */
export async function isTokenOfSession(
  { db }: Pick<ServiceContext, "db">,
  sessionId: SessionId,
  refreshToken: string,
): Promise<boolean> {
  const hash = refreshTokenHash(refreshToken);
  if (hash === null) return false;
  const { rows } = await db.execute(sql`
    SELECT FROM refresh_tokens WHERE hash = decode(${hash}, 'hex') AND session_id = ${sessionId}`);
  return rows.length === 1;
}
