import type { Locks } from "@mahfaza/client";
import { userId } from "../device/session-mark.ts";
import { earlyRequests } from "./early-requests.ts";

/** The requests of this page's start: they are sent when this module is loaded. */
export const early = earlyRequests({
  // Called without a receiver, as a browser's own fetch must be.
  fetch: (input, init) => globalThis.fetch(input, init),
  locks: navigator.locks as Locks | undefined,
  canRenew: userId() !== null && navigator.onLine,
  page: location.href,
});
