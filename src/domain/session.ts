import type { SessionId } from "./ids.ts";

/** A log-in that lives, as its person sees it. */
export interface Session {
  readonly id: SessionId;
  /** As of the last time it was seen, like the place. */
  readonly device: string | null;
  readonly place: string | null;
  readonly createdAt: Date;
  /** When it logged in or last refreshed its tokens: some ten minutes apart while it is in use. */
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  /** Whether it is the one that asks. */
  readonly isCurrent: boolean;
}
