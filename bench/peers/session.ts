import type { Caller } from "../../src/services/context.ts";
import type { PeerConnection, Statement } from "./connection.ts";

const SELECT_SESSION: Statement = {
  name: "select_session",
  text: `SELECT s.id FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE s.id = $1 AND s.user_id = $2 AND s.ended_at IS NULL
      AND s.expires_at > now() AND u.deleted_at IS NULL`,
};

/** Whether the caller's session has not ended or expired, and its user was not deleted. */
export async function isSessionActive(
  connection: PeerConnection,
  caller: Caller,
): Promise<boolean> {
  const rows = await connection.query(SELECT_SESSION, [caller.sessionId, caller.userId]);
  return rows.length === 1;
}
