// Access tokens are JWTs (RFC 9068), verified as RFC 8725 recommends: one algorithm, one type, one
// issuer, one audience, and every claim required. Keys can be rotated: the first key signs, all
// keys verify.
import { base64url, decodeProtectedHeader, errors, jwtVerify, SignJWT } from "jose";
import { isCanonicalBase64url } from "../domain/base64url.ts";
import { TOKEN_LENGTH_MAX, VERIFIED_TOKENS_MAX } from "../domain/bounds.ts";
import {
  fromWireId,
  newId,
  type SessionId,
  toWireId,
  type UserId,
  type WalletId,
} from "../domain/ids.ts";

export const ACCESS_TOKEN_SECONDS = 600;

const ALGORITHM = "HS256";
const TYPE = "at+jwt";
const CLOCK_TOLERANCE_SECONDS = 5;

/** A key of a JWK Set; `k` is its bytes in base64url. */
interface Key {
  readonly kid: string;
  readonly k: string;
}

export interface AccessTokenSettings {
  readonly accessTokenKeys: readonly Key[];
  readonly tokenIssuer: string;
  readonly tokenAudience: string;
}

export interface AccessTokenSubject {
  readonly userId: UserId;
  readonly sessionId: SessionId;
  /**
   * The user's default wallet in the default currency when the token was signed. Null when there
   * was none, or when the token was signed before this claim existed. For routing only: the ledger
   * decides which wallet is the default one now.
   */
  readonly defaultWalletId: WalletId | null;
}

export type AccessTokenCheck =
  | { readonly kind: "valid"; readonly subject: AccessTokenSubject }
  | { readonly kind: "expired" }
  | { readonly kind: "invalid" };

const importedKeys = new WeakMap<Key, CryptoKey>();

/**
 * Imports a key into Web Crypto once: an import for each request would cost as much as a signature.
 */
async function importedKey(key: Key): Promise<CryptoKey> {
  const cached = importedKeys.get(key);
  if (cached) return cached;
  const hmac = { name: "HMAC", hash: "SHA-256" };
  const bytes = base64url.decode(key.k);
  const imported = await crypto.subtle.importKey("raw", bytes, hmac, false, ["sign", "verify"]);
  importedKeys.set(key, imported);
  return imported;
}

/** Signs a token that expires ACCESS_TOKEN_SECONDS after `nowMs` (Unix time in milliseconds). */
export async function signAccessToken(
  { accessTokenKeys, tokenIssuer, tokenAudience }: AccessTokenSettings,
  { userId, sessionId, defaultWalletId }: AccessTokenSubject,
  nowMs: number,
): Promise<string> {
  const [key] = accessTokenKeys;
  if (!key) throw new Error("no key to sign access tokens with");
  const issuedAt = Math.floor(nowMs / 1_000);
  const wallet = defaultWalletId && { wid: toWireId("wal", defaultWalletId) };
  return new SignJWT({ sid: toWireId("ses", sessionId), ...wallet })
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid: key.kid })
    .setIssuer(tokenIssuer)
    .setAudience(tokenAudience)
    .setSubject(toWireId("usr", userId))
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + ACCESS_TOKEN_SECONDS)
    .setJti(newId("ses", nowMs))
    .sign(await importedKey(key));
}

interface VerifiedToken {
  readonly subject: AccessTokenSubject;
  /** Unix time in seconds. */
  readonly expiresAt: number;
}

// Caches verified tokens for each set of keys. This is safe because a verified token can only
// change by expiring; whether its session is still active is checked in the database on every
// request.
const verifiedTokens = new WeakMap<AccessTokenSettings, Map<string, VerifiedToken>>();

function verifiedTokensOf(settings: AccessTokenSettings): Map<string, VerifiedToken> {
  const tokens = verifiedTokens.get(settings) ?? new Map<string, VerifiedToken>();
  verifiedTokens.set(settings, tokens);
  return tokens;
}

/**
 * Verifies a token at `nowMs` (Unix time in milliseconds). Of a refused token it says only whether
 * it was valid before it expired.
 */
export async function verifyAccessToken(
  settings: AccessTokenSettings,
  token: string,
  nowMs: number,
): Promise<AccessTokenCheck> {
  if (token.length > TOKEN_LENGTH_MAX) return { kind: "invalid" };
  const cache = verifiedTokensOf(settings);
  const cached = cache.get(token);
  if (cached && nowMs < cached.expiresAt * 1_000) return { kind: "valid", subject: cached.subject };
  const check = await verify(settings, token, nowMs, CLOCK_TOLERANCE_SECONDS);
  if (check.kind !== "valid") return check;
  // A Map keeps insertion order, so its first key is the oldest.
  if (cache.size >= VERIFIED_TOKENS_MAX) cache.delete(cache.keys().next().value ?? "");
  cache.set(token, check);
  return { kind: "valid", subject: check.subject };
}

/**
 * Verifies a token that may have expired up to `agoSecondsMax` seconds ago. Such a token grants no
 * access: it only shows that its holder logged in before.
 */
export async function verifyFormerAccessToken(
  settings: AccessTokenSettings,
  token: string,
  nowMs: number,
  agoSecondsMax: number,
): Promise<AccessTokenCheck> {
  if (token.length > TOKEN_LENGTH_MAX) return { kind: "invalid" };
  return verify(settings, token, nowMs, agoSecondsMax);
}

/**
 * Whether the text has the three parts of a signed token, each in the one form in which this
 * service writes them. jose decodes other forms of a signature too, so a token would have several
 * texts.
 */
function isCanonical(token: string): boolean {
  const parts = token.split(".");
  return parts.length === 3 && parts.every(isCanonicalBase64url);
}

async function verify(
  settings: AccessTokenSettings,
  token: string,
  nowMs: number,
  toleranceSeconds: number,
): Promise<
  (VerifiedToken & { readonly kind: "valid" }) | { readonly kind: "expired" | "invalid" }
> {
  if (!isCanonical(token)) return { kind: "invalid" };
  try {
    const { kid } = decodeProtectedHeader(token);
    const key = settings.accessTokenKeys.find((candidate) => candidate.kid === kid);
    if (!key) return { kind: "invalid" };
    const { payload } = await jwtVerify(token, await importedKey(key), {
      algorithms: [ALGORITHM],
      typ: TYPE,
      issuer: settings.tokenIssuer,
      audience: settings.tokenAudience,
      requiredClaims: ["sub", "sid", "iat", "exp", "jti"],
      currentDate: new Date(nowMs),
      clockTolerance: toleranceSeconds,
    });
    const userId = fromWireId("usr", String(payload.sub));
    const sessionId = fromWireId("ses", String(payload.sid));
    // Optional: tokens that the previous version signed do not have it.
    const { wid } = payload;
    const defaultWalletId = typeof wid === "string" ? fromWireId("wal", wid) : null;
    if (!userId || !sessionId || (wid !== undefined && !defaultWalletId)) {
      return { kind: "invalid" };
    }
    const subject = { userId, sessionId, defaultWalletId };
    return { kind: "valid", subject, expiresAt: payload.exp ?? 0 };
  } catch (error) {
    if (error instanceof errors.JWTExpired) return { kind: "expired" };
    // jose throws a JOSEError for every other defect, and a TypeError for text that is not a token.
    if (error instanceof errors.JOSEError || error instanceof TypeError) return { kind: "invalid" };
    throw error;
  }
}
