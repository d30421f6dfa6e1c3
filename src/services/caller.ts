import type { SessionId, UserId } from "../domain/ids.ts";

/** Who asks, as the access token says; whether the session still lives is for the books to say. */
export interface Caller {
  readonly userId: UserId;
  readonly sessionId: SessionId;
}
