// The cookie that holds a browser's refresh token. No script can read it, and the browser sends it
// to this origin alone (RFC 6265bis §4.1.3.2: the prefix `__Host-`).
import type { Context } from "hono";
import { deleteCookie, generateCookie, getCookie } from "hono/cookie";
import { type RefreshTokenPlace, type Tokens, tokensBody } from "../contract/tokens.ts";
import { SESSION_IDLE_DAYS } from "../domain/bounds.ts";
import type { SessionId } from "../domain/ids.ts";
import type { Outcome } from "../domain/outcome.ts";
import { isTokenOfSession } from "../services/identity/sessions/is-token-of-session.ts";
import type { AppEnv } from "./app-env.ts";
import { orProblem } from "./or-problem.ts";
import { ApiError, type ErrorCode } from "./problem.ts";

export const REFRESH_COOKIE = "__Host-refresh_token";

const ATTRIBUTES = { httpOnly: true, secure: true, sameSite: "Strict", path: "/" } as const;
/** As long as a session lasts that is not used; each refresh sets the cookie again. */
const LIFE = { maxAge: SESSION_IDLE_DAYS * 86_400 };
const CLEARED = generateCookie(REFRESH_COOKIE, "", { ...ATTRIBUTES, maxAge: 0 });

/** Stands behind the token in a `session_cookie`: the cookies that replace it end with the browser too. */
const SESSION_MARK = ".session";

/** The token of a request's cookie, and which cookie takes the place of this one. */
export interface CookieToken {
  readonly refreshToken: string;
  readonly place: RefreshTokenPlace;
}

/** Refusals after which the cookie is of no more use. */
const GONE: readonly ErrorCode[] = ["token_invalid", "session_ended"];

/**
 * Refuses a request for the cookie unless a page of the service's own origin sent it. A browser
 * names the page's origin on each POST, PATCH and DELETE, and no page can change that. SameSite
 * alone would admit a page of another subdomain. Source: OWASP CSRF Prevention Cheat Sheet,
 * "Verifying Origin With Standard Headers".
 */
function requireOwnOrigin(c: Context<AppEnv>): void {
  if (c.req.header("Origin") === new URL(c.req.url).origin) return;
  throw new ApiError("origin_not_allowed", {
    detail: "The cookie is for pages of the service's own origin. Nothing has happened.",
  });
}

/** The same for a request that names the place of its refresh token. */
export function requireOwnOriginFor(c: Context<AppEnv>, place: RefreshTokenPlace): void {
  if (place !== "body") requireOwnOrigin(c);
}

/** The cookie's token; null without a cookie. Refuses with origin_not_allowed. */
export function cookieToken(c: Context<AppEnv>): CookieToken | null {
  const cookie = readCookie(c);
  if (cookie) requireOwnOrigin(c);
  return cookie;
}

function readCookie(c: Context<AppEnv>): CookieToken | null {
  const value = getCookie(c, REFRESH_COOKIE);
  if (value === undefined) return null;
  return value.endsWith(SESSION_MARK)
    ? { refreshToken: value.slice(0, -SESSION_MARK.length), place: "session_cookie" }
    : { refreshToken: value, place: "cookie" };
}

/**
 * The cookie's token, if it is of the session that an access token names; otherwise null. A page
 * can hold the access token of another session than the cookie's: that cookie is not for this
 * request. Refuses with origin_not_allowed.
 */
export async function cookieTokenOf(
  c: Context<AppEnv>,
  { sessionId }: { readonly sessionId: SessionId },
): Promise<CookieToken | null> {
  const cookie = readCookie(c);
  if (!cookie) return null;
  if (!(await isTokenOfSession(c.var.services, sessionId, cookie.refreshToken))) return null;
  requireOwnOrigin(c);
  return cookie;
}

/** The wire form of new tokens. Unless they are for the body, it also sets the answer's cookie. */
export function answerTokens(c: Context<AppEnv>, tokens: Tokens, place: RefreshTokenPlace) {
  if (place !== "body") c.header("Set-Cookie", cookieText(tokens, place), { append: true });
  return tokensBody(tokens, place);
}

function cookieText({ refreshToken }: Tokens, place: "cookie" | "session_cookie"): string {
  return place === "cookie"
    ? generateCookie(REFRESH_COOKIE, refreshToken, { ...ATTRIBUTES, ...LIFE })
    : generateCookie(REFRESH_COOKIE, `${refreshToken}${SESSION_MARK}`, ATTRIBUTES);
}

/** Clears the cookie of the browser. */
export function clearCookie(c: Context<AppEnv>): void {
  deleteCookie(c, REFRESH_COOKIE, ATTRIBUTES);
}

/** Like orProblem, for the cookie's token: a problem that ends its use clears the cookie too. */
export function orCleared<T>(outcome: Outcome<T, ErrorCode>): T {
  if (outcome.ok || !GONE.includes(outcome.code)) return orProblem(outcome);
  throw new ApiError(outcome.code, { headers: { "Set-Cookie": CLEARED } });
}
