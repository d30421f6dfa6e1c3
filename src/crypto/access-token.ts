// Access tokens are JWTs after RFC 9068, checked after RFC 8725: one algorithm, one type, one issuer,
// one audience, and every claim required. Keys rotate: the first of the set signs, all of them verify.
import { base64url, decodeProtectedHeader, errors, jwtVerify, SignJWT } from "jose";
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

/** A key of a JWK Set: `k` is its bytes in base64url. */
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
   * The person's default wallet in the service's default currency when the token was signed; null when
   * there was none, or the token is older than the claim. For routing only: the ledger decides which
   * wallet is the default one now.
   */
  readonly defaultWalletId: WalletId | null;
}

export type AccessTokenCheck =
  | { readonly kind: "valid"; readonly subject: AccessTokenSubject }
  | { readonly kind: "expired" }
  | { readonly kind: "invalid" };

const importedKeys = new WeakMap<Key, CryptoKey>();

/** A key as the platform's cryptography takes it; importing it for each request costs as much as using it. */
async function imported(key: Key): Promise<CryptoKey> {
  const known = importedKeys.get(key);
  if (known) return known;
  const hmac = { name: "HMAC", hash: "SHA-256" };
  const bytes = base64url.decode(key.k);
  const fresh = await crypto.subtle.importKey("raw", bytes, hmac, false, ["sign", "verify"]);
  importedKeys.set(key, fresh);
  return fresh;
}

/** Signs a token that lives ACCESS_TOKEN_SECONDS from `nowMs` (Unix time in milliseconds). */
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
    .sign(await imported(key));
}

interface Remembered {
  readonly subject: AccessTokenSubject;
  /** Unix time in seconds. */
  readonly expiresAt: number;
}

// What one set of settings has verified. A token's signature and claims cannot change, only its time can
// run out; whether its session still lives is asked of the books at every request all the same.
const verified = new WeakMap<AccessTokenSettings, Map<string, Remembered>>();

function verifiedBy(settings: AccessTokenSettings): Map<string, Remembered> {
  const known = verified.get(settings) ?? new Map<string, Remembered>();
  verified.set(settings, known);
  return known;
}

/** Whose token this is; says of a bad one only whether it merely expired. */
export async function verifyAccessToken(
  settings: AccessTokenSettings,
  token: string,
  nowMs: number,
): Promise<AccessTokenCheck> {
  if (token.length > TOKEN_LENGTH_MAX) return { kind: "invalid" };
  const known = verifiedBy(settings);
  const seen = known.get(token);
  if (seen && nowMs < seen.expiresAt * 1_000) return { kind: "valid", subject: seen.subject };
  const check = await verify(settings, token, nowMs, CLOCK_TOLERANCE_SECONDS);
  if (check.kind !== "valid") return check;
  // The oldest goes first: a Map keeps the order in which its keys came.
  if (known.size >= VERIFIED_TOKENS_MAX) known.delete(known.keys().next().value ?? "");
  known.set(token, check);
  return { kind: "valid", subject: check.subject };
}

/**
 * Whose token this is or was: one that ran out no more than `agoSecondsMax` ago counts too. It opens
 * nothing; it tells that its holder was let in before. Null when it is none of ours.
 */
export async function verifyFormerAccessToken(
  settings: AccessTokenSettings,
  token: string,
  nowMs: number,
  agoSecondsMax: number,
): Promise<AccessTokenSubject | null> {
  if (token.length > TOKEN_LENGTH_MAX) return null;
  const check = await verify(settings, token, nowMs, agoSecondsMax);
  return check.kind === "valid" ? check.subject : null;
}

async function verify(
  settings: AccessTokenSettings,
  token: string,
  nowMs: number,
  toleranceSeconds: number,
): Promise<(Remembered & { readonly kind: "valid" }) | { readonly kind: "expired" | "invalid" }> {
  try {
    const { kid } = decodeProtectedHeader(token);
    const key = settings.accessTokenKeys.find((candidate) => candidate.kid === kid);
    if (!key) return { kind: "invalid" };
    const { payload } = await jwtVerify(token, await imported(key), {
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
    // Optional: tokens of the version before do not have it.
    const { wid } = payload;
    const defaultWalletId = typeof wid === "string" ? fromWireId("wal", wid) : null;
    if (!userId || !sessionId || (wid !== undefined && !defaultWalletId)) {
      return { kind: "invalid" };
    }
    const subject = { userId, sessionId, defaultWalletId };
    return { kind: "valid", subject, expiresAt: payload.exp ?? 0 };
  } catch (error) {
    if (error instanceof errors.JWTExpired) return { kind: "expired" };
    // jose throws its own errors for every other flaw, and TypeError for what is no token at all.
    if (error instanceof errors.JOSEError || error instanceof TypeError) return { kind: "invalid" };
    throw error;
  }
}
