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
 * Whether a session has to be ended before anything else: its tab on a shared computer was closed,
 * or the service did not hear of its log-out. The cookie of a session cannot be removed from here.
 */
export function hasLeftSession(): boolean {
  return localStorage.getItem(LEFT) !== null;
}

export function setLeftSession(isLeft: boolean): void {
  if (isLeft) localStorage.setItem(LEFT, "yes");
  else localStorage.removeItem(LEFT);
}
