const SHARED = "mahfaza.shared-computer";

/** Whether the person said at the login that others use this computer: nothing stays on it. */
export function isSharedComputer(): boolean {
  return sessionStorage.getItem(SHARED) !== null;
}

export function setSharedComputer(isShared: boolean): void {
  if (isShared) sessionStorage.setItem(SHARED, "yes");
  else sessionStorage.removeItem(SHARED);
}

/**
 * How a login on this device keeps its refresh token: in a cookie, which on a shared computer ends
 * with the browser.
 */
export function cookieFor(isShared: boolean): { refresh_token_in: "cookie" | "session_cookie" } {
  return { refresh_token_in: isShared ? "session_cookie" : "cookie" };
}

/** The storage for what outlives a reload; on a shared computer it ends with the tab. */
export function ownStorage(): Storage {
  return isSharedComputer() ? sessionStorage : localStorage;
}

const LEFT = "mahfaza.left-session";

/**
 * A session that the next page of this browser may have to end, since its cookie cannot be removed
 * from here: `logged_out` when the service did not hear of its log-out; `with_tab` on a shared
 * computer, once none of its tabs is open.
 */
export type LeftSession = "logged_out" | "with_tab";

export function leftSession(): LeftSession | null {
  const left = localStorage.getItem(LEFT);
  return left === "logged_out" || left === "with_tab" ? left : null;
}

export function setLeftSession(left: LeftSession | null): void {
  if (left) localStorage.setItem(LEFT, left);
  else localStorage.removeItem(LEFT);
}
