// The schemas of single settings, from which env.ts builds the schema of a deployment's bindings.
import { z } from "zod";

export const HmacKey = z.object({
  kty: z.literal("oct"),
  kid: z.string().min(1),
  alg: z.literal("HS256"),
  // RFC 7518 §3.2: an HS256 key has at least 256 bits, which is 43 characters of base64url.
  k: z.string().regex(/^[A-Za-z0-9_-]{43,}$/, "32 random bytes in base64url"),
});

export const SealingKey = z.object({
  kty: z.literal("oct"),
  // A sealed secret is `kid.iv.ciphertext`, so the kid has no dot.
  kid: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  alg: z.literal("A256GCM"),
  k: z.string().regex(/^[A-Za-z0-9_-]{43}$/, "32 random bytes in base64url"),
});

export const WEBHOOK_SECRET =
  /^whsec_(?=.{32,88}$)(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** A secret of Standard Webhooks. */
export const WebhookSecret = z
  .string()
  .regex(WEBHOOK_SECRET, "whsec_ and 24 to 64 random bytes in base 64");

const WEBHOOK_SECRETS_MAX = 4;

/** Secrets of Standard Webhooks, with blanks between them: more than one while they are rotated. */
export const WebhookSecrets = z
  .string()
  .transform((text) => text.split(" ").filter((secret) => secret !== ""))
  .pipe(z.array(WebhookSecret).min(1).max(WEBHOOK_SECRETS_MAX));

const parseJson = (text: string, ctx: z.RefinementCtx): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    ctx.addIssue({ code: "custom", message: "not JSON" });
    return z.NEVER;
  }
};

const hasUniqueKids = ({ keys }: { keys: { kid: string }[] }): boolean =>
  new Set(keys.map(({ kid }) => kid)).size === keys.length;

/** A JWK Set (RFC 7517) of one to eight keys with different kids. */
export const jwkSet = <Key extends z.ZodType<{ kid: string }>>(key: Key) =>
  z
    .string()
    .transform(parseJson)
    .pipe(z.object({ keys: z.array(key).min(1).max(8) }))
    .refine(hasUniqueKids, "each key has a kid of its own");

/** A key of 32 random bytes. */
export const RandomKey = z.string().regex(/^[A-Za-z0-9_-]{43,}$/, "32 random bytes in base64url");

/**
 * Whether the text is an origin as browsers send it: scheme, host and port only, without a
 * wildcard.
 */
export const isOrigin = (text: string): boolean =>
  /^https?:\/\/[a-z0-9.:[\]-]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text;

/** An IANA time zone by its name: an offset such as +03:00 means its opposite in Postgres. */
export const TimeZone = z.string().refine(
  (name) => {
    if (!/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+)*$/.test(name)) return false;
    try {
      return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
    } catch {
      return false;
    }
  },
  { message: "the name of an IANA time zone" },
);

/** The cost of scrypt as in a PHC string. OWASP's minimum is N=2^14, r=8, p=5. */
export const ScryptCost = z
  .string()
  .regex(/^ln=\d{1,2},r=\d{1,2},p=\d{1,2}$/, "ln=<log2 N>,r=<block size>,p=<parallelism>")
  .transform((text) => {
    const [log2N = 0, r = 0, p = 0] = text.match(/\d+/g)?.map(Number) ?? [];
    return { log2N, r, p };
  });

/**
 * Whether a page of this origin may use passkeys of the RP ID. WebAuthn §5.1.3: the RP ID is the
 * page's domain or a parent of it, and the page is served over https or from localhost.
 */
export function canUsePasskeys(
  text: string,
  { PASSKEY_RP_ID: rpId }: { PASSKEY_RP_ID: string },
): boolean {
  if (!URL.canParse(text)) return false;
  const { origin, protocol, hostname } = new URL(text);
  const isSecure = protocol === "https:" || hostname === "localhost";
  return text === origin && isSecure && (hostname === rpId || hostname.endsWith(`.${rpId}`));
}

/** A loopback address with a port. */
export const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\]):\d+$/;

/** A rate limit binding of the platform; wrangler.toml has its numbers. */
export const RateLimiter = z.custom<RateLimit>(
  (binding) => typeof (binding as Partial<RateLimit> | undefined)?.limit === "function",
  "a rate limit",
);
