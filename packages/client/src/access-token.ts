import type { Tokens } from "./session.ts";

/** An access token in memory. */
export interface AccessToken {
  readonly text: string;
  /** When it is renewed: somewhat before it expires, in milliseconds of Date.now(). */
  readonly renewAt: number;
}

/** A request that begins with the token has this long to arrive. */
const MARGIN_SECONDS = 15;

export function accessTokenOf({ access_token, expires_in }: Tokens, now: number): AccessToken {
  const margin = Math.min(MARGIN_SECONDS, expires_in / 2);
  return { text: access_token, renewAt: now + (expires_in - margin) * 1000 };
}

/** Whose token it is, by its `sub`; null when it cannot be read. It is compared, never trusted. */
export function subjectOf({ text }: AccessToken): string | null {
  try {
    const payload = text.split(".")[1]?.replace(/-/g, "+").replace(/_/g, "/") ?? "";
    const { sub } = JSON.parse(atob(payload));
    return typeof sub === "string" ? sub : null;
  } catch {
    return null;
  }
}
