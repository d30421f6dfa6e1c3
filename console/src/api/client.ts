import { cookieSession, createClient } from "@mahfaza/client";
import { userId } from "../device/session-mark.ts";
import { early } from "./early.ts";

/** The session of this browser. Its refresh token is in a cookie that no script can read. */
export const session = cookieSession({
  baseUrl: "",
  fetch: early.fetch,
  expectedUser: userId,
  ...(early.locks && { locks: early.locks }),
});

let onSessionEnded: () => void = () => {};

/** Calls the listener when the service refuses a request because its session has ended. */
export function whenSessionEnded(listener: () => void): void {
  onSessionEnded = listener;
}

/** The API of this origin. */
export const api = createClient({
  baseUrl: "",
  session,
  fetch: early.fetch,
  hooks: {
    onResult: ({ code }) => {
      // No renewal helps: somebody has ended the session elsewhere.
      if (code === "session_ended") onSessionEnded();
    },
  },
});
