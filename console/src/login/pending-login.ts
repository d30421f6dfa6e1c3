import type { SecondFactorRequired } from "@mahfaza/client";

/** A login whose password was right and whose second factor is still to come. */
interface PendingLogin {
  readonly asked: SecondFactorRequired;
  /** When its challenge expires, in milliseconds since 1970. */
  readonly until: number;
}

const KEY = "mahfaza.pending-login";

/**
 * Keeps it in this tab: looking the code up elsewhere may cost a phone the page. The challenge opens
 * nothing without the second factor.
 */
export function keepPendingLogin(
  storage: Pick<Storage, "setItem">,
  asked: SecondFactorRequired,
  now: number,
): void {
  const pending: PendingLogin = { asked, until: now + asked.expires_in * 1000 };
  storage.setItem(KEY, JSON.stringify(pending));
}

export function forgetPendingLogin(storage: Pick<Storage, "removeItem">): void {
  storage.removeItem(KEY);
}

/** The login that a reload found in its second step; `late` once its challenge has expired. */
export function readPendingLogin(
  storage: Pick<Storage, "getItem">,
  now: number,
): SecondFactorRequired | "late" | null {
  try {
    const kept = JSON.parse(storage.getItem(KEY) ?? "null") as Partial<PendingLogin> | null;
    const { asked, until } = kept ?? {};
    if (typeof until !== "number" || !isAsked(asked)) return null;
    // A clock that was set back does not lengthen it.
    const left = until - now;
    return left > 0 && left <= asked.expires_in * 1000 ? asked : "late";
  } catch {
    // Another version of the console wrote it.
    return null;
  }
}

function isAsked(asked: Partial<SecondFactorRequired> | undefined): asked is SecondFactorRequired {
  return (
    typeof asked?.challenge === "string" &&
    typeof asked.expires_in === "number" &&
    Array.isArray(asked.methods) &&
    asked.passkey_options !== undefined
  );
}
