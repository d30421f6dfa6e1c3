import { z } from "zod";

const HmacKey = z.object({
  kty: z.literal("oct"),
  kid: z.string().min(1),
  alg: z.literal("HS256"),
  // RFC 7518 §3.2: an HS256 key has at least 256 bits, which is 43 characters of base64url.
  k: z.string().regex(/^[A-Za-z0-9_-]{43,}$/, "32 random bytes in base64url"),
});

const SealingKey = z.object({
  kty: z.literal("oct"),
  // It stands before a dot in what it seals.
  kid: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  alg: z.literal("A256GCM"),
  k: z.string().regex(/^[A-Za-z0-9_-]{43}$/, "32 random bytes in base64url"),
});

const WEBHOOK_SECRET =
  /^whsec_(?=.{32,88}$)(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

const haveOwnKids = ({ keys }: { keys: { kid: string }[] }): boolean =>
  new Set(keys.map(({ kid }) => kid)).size === keys.length;

const parseJson = (text: string, ctx: z.RefinementCtx): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    ctx.addIssue({ code: "custom", message: "not JSON" });
    return z.NEVER;
  }
};

/** An origin as browsers send it: nothing but scheme, host and port, and no wildcard. */
const isOrigin = (text: string): boolean =>
  /^https?:\/\/[a-z0-9.:[\]-]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text;

/** One pattern for scrypt's cost in the PHC form; OWASP's floor for production is N=2^14, r=8, p=5. */
const ScryptCost = z
  .string()
  .regex(/^ln=\d{1,2},r=\d{1,2},p=\d{1,2}$/, "ln=<log2 N>,r=<block size>,p=<parallelism>")
  .transform((text) => {
    const [log2N = 0, r = 0, p = 0] = text.match(/\d+/g)?.map(Number) ?? [];
    return { log2N, r, p };
  });

/** WebAuthn §5.1.3: a page may use the RP ID of its own domain or of one above it, over https or on the spot. */
function servesPasskeys(text: string, { PASSKEY_RP_ID: rpId }: { PASSKEY_RP_ID: string }): boolean {
  if (!URL.canParse(text)) return false;
  const { origin, protocol, hostname } = new URL(text);
  const isSecure = protocol === "https:" || hostname === "localhost";
  return text === origin && isSecure && (hostname === rpId || hostname.endsWith(`.${rpId}`));
}

/** A loopback address with a port: nothing beyond this very machine. */
const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\]):\d+$/;

/** A rate limit of the platform; its numbers stand in wrangler.toml. */
const RateLimiter = z.custom<RateLimit>(
  (binding) => typeof (binding as Partial<RateLimit> | undefined)?.limit === "function",
  "a rate limit",
);

/** The rate limits by class of route; middleware/rate-limited.ts asks them. */
export const RATE_LIMITS = [
  "REGISTRATION_RATE_LIMIT",
  "AUTH_RATE_LIMIT",
  "HASH_RATE_LIMIT",
  "WRITE_RATE_LIMIT",
  "READ_RATE_LIMIT",
] as const;

const ConfigSchema = z
  .object({
    ENVIRONMENT: z.enum(["production", "development", "test"]),
    DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "a postgres:// URL"),
    /** host:port of the local gateway that speaks Neon's protocols; absent with Neon itself. */
    NEON_GATEWAY: z
      .string()
      .regex(/^[\w.[\]:-]+:\d+$/)
      .optional(),
    /** "plain" makes writers use the driver's own client: two more round trips a batch, nothing of ours in it. */
    DATABASE_DRIVER: z.enum(["pipelining", "plain"]).default("pipelining"),
    REGISTRATION_RATE_LIMIT: RateLimiter.optional(),
    AUTH_RATE_LIMIT: RateLimiter.optional(),
    HASH_RATE_LIMIT: RateLimiter.optional(),
    WRITE_RATE_LIMIT: RateLimiter.optional(),
    READ_RATE_LIMIT: RateLimiter.optional(),
    /** A JWK Set (RFC 7517): the first key signs, all of them verify. */
    ACCESS_TOKEN_KEYS: z
      .string()
      .transform(parseJson)
      .pipe(z.object({ keys: z.array(HmacKey).min(1).max(8) }))
      .refine(haveOwnKids, "each key has a kid of its own"),
    /** 32 random bytes: hides whose attempts and whose addresses are counted. */
    THROTTLE_KEY: z.string().regex(/^[A-Za-z0-9_-]{43,}$/, "32 random bytes in base64url"),
    /** A JWK Set (RFC 7517): the first key seals secrets at rest, all of them open. */
    SEALING_KEYS: z
      .string()
      .transform(parseJson)
      .pipe(z.object({ keys: z.array(SealingKey).min(1).max(8) }))
      .refine(haveOwnKids, "each key has a kid of its own"),
    /** Keys the hashes of one-time codes; another key voids the codes that are on their way. */
    CODE_KEY: z.string().regex(/^[A-Za-z0-9_-]{43,}$/, "32 random bytes in base64url"),
    /** Where messages to people go, and the secret that signs them. Source: Standard Webhooks. */
    MESSAGE_WEBHOOK_URL: z.url({ protocol: /^https?$/ }),
    MESSAGE_WEBHOOK_SECRET: z
      .string()
      .regex(WEBHOOK_SECRET, "whsec_ and 24 to 64 random bytes in base 64"),
    /** Whom mail by the binding EMAIL comes from; without it mail goes by the webhook too. */
    MAIL_FROM: z.email().optional(),
    /** The domain that passkeys are bound to (WebAuthn: RP ID): changing it orphans every passkey. */
    PASSKEY_RP_ID: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/, "a domain name"),
    /** Whose pages may ask for a passkey, with blanks between them. */
    PASSKEY_ORIGINS: z
      .string()
      .transform((text) => text.split(" ").filter((origin) => origin !== ""))
      .pipe(z.array(z.url()).min(1).max(8)),
    TOKEN_ISSUER: z.url(),
    TOKEN_AUDIENCE: z.string().min(1),
    /** Whose pages may call the API, with blanks between them; empty: none but our own. */
    CORS_ORIGINS: z
      .string()
      .default("")
      .transform((text) => new Set(text.split(" ").filter((origin) => origin !== "")))
      .refine((origins) => [...origins].every(isOrigin), "origins such as https://app.example"),
    PHONE_COUNTRY: z.string().regex(/^[A-Z]{2}$/, "an ISO 3166-1 alpha-2 code"),
    PASSWORD_SCRYPT: ScryptCost,
    /** How many requests of one isolate hash a password or wait to: each waits for all before it. */
    PASSWORD_HASHES_MAX: z.coerce.number().int().min(1).max(1_000),
    LEDGER_WRITERS: z.coerce.number().int().min(1).max(16),
    LEDGER_LOCATION: z.enum([
      "wnam",
      "enam",
      "sam",
      "weur",
      "eeur",
      "apac",
      "apac-ne",
      "apac-se",
      "oc",
      "afr",
      "me",
    ]),
  })
  .refine(
    ({ ENVIRONMENT, PASSWORD_SCRYPT: { log2N, r, p } }) =>
      ENVIRONMENT !== "production" || (log2N >= 14 && r >= 8 && 2 ** log2N * r * p >= 2 ** 14 * 40),
    { path: ["PASSWORD_SCRYPT"], message: "below OWASP's floor of ln=14,r=8,p=5" },
  )
  .refine(
    ({ ENVIRONMENT, CORS_ORIGINS }) =>
      ENVIRONMENT !== "production" ||
      [...CORS_ORIGINS].every((origin) => origin.startsWith("https://")),
    { path: ["CORS_ORIGINS"], message: "https alone in production" },
  )
  .refine(
    ({ ENVIRONMENT, MESSAGE_WEBHOOK_URL }) =>
      ENVIRONMENT !== "production" || MESSAGE_WEBHOOK_URL.startsWith("https:"),
    { path: ["MESSAGE_WEBHOOK_URL"], message: "codes travel by https only" },
  )
  .refine(({ ENVIRONMENT, NEON_GATEWAY }) => ENVIRONMENT !== "production" || !NEON_GATEWAY, {
    path: ["NEON_GATEWAY"],
    message: "a local gateway, to which the database's password goes in clear: not in production",
  })
  // A deployment that says test by mistake has no such gateway, so it never serves anybody. Development may use
  // Neon itself: it answers on loopback hosts alone (middleware/service-context.ts).
  .refine(
    ({ ENVIRONMENT, NEON_GATEWAY }) => ENVIRONMENT !== "test" || LOOPBACK.test(NEON_GATEWAY ?? ""),
    { path: ["ENVIRONMENT"], message: "test asks for a NEON_GATEWAY on this very machine" },
  )
  .superRefine((env, ctx) => {
    if (env.ENVIRONMENT !== "production") return;
    for (const name of RATE_LIMITS) {
      const message = "no rate limit of this name is bound, and production has none without it";
      if (!env[name]) ctx.addIssue({ code: "custom", path: [name], message });
    }
  })
  .refine((env) => env.PASSKEY_ORIGINS.every((origin) => servesPasskeys(origin, env)), {
    path: ["PASSKEY_ORIGINS"],
    message: "not https origins of PASSKEY_RP_ID or below it",
  })
  .transform((env) => ({
    isDevelopment: env.ENVIRONMENT === "development",
    databaseUrl: env.DATABASE_URL,
    databaseGateway: env.NEON_GATEWAY ?? null,
    usesPlainDriver: env.DATABASE_DRIVER === "plain",
    accessTokenKeys: env.ACCESS_TOKEN_KEYS.keys,
    throttleKey: env.THROTTLE_KEY,
    sealingKeys: env.SEALING_KEYS.keys,
    codeKey: env.CODE_KEY,
    messageWebhookUrl: env.MESSAGE_WEBHOOK_URL,
    messageWebhookSecret: env.MESSAGE_WEBHOOK_SECRET,
    mailFrom: env.MAIL_FROM ?? null,
    passkeyRpId: env.PASSKEY_RP_ID,
    passkeyOrigins: env.PASSKEY_ORIGINS,
    tokenIssuer: env.TOKEN_ISSUER,
    tokenAudience: env.TOKEN_AUDIENCE,
    corsOrigins: env.CORS_ORIGINS as ReadonlySet<string>,
    phoneCountry: env.PHONE_COUNTRY,
    scryptCost: env.PASSWORD_SCRYPT,
    hashesMax: env.PASSWORD_HASHES_MAX,
    ledgerWriters: env.LEDGER_WRITERS,
    ledgerLocation: env.LEDGER_LOCATION,
  }));

/** The validated settings of one deployment. */
export type Config = z.output<typeof ConfigSchema>;

const known = new WeakMap<object, Config>();

/** A Worker whose settings are missing or malformed; the message names each, without its value. */
export class ConfigurationRefused extends Error {
  override readonly name = "ConfigurationRefused";
}

/** The Worker's bindings as a Config. Throws ConfigurationRefused. */
export function readConfig(env: Env): Config {
  const seen = known.get(env);
  if (seen) return seen;
  const result = ConfigSchema.safeParse(env);
  if (!result.success) {
    throw new ConfigurationRefused(`configuration refused: ${describeIssues(result.error.issues)}`);
  }
  known.set(env, result.data);
  return result.data;
}

function describeIssues(issues: readonly z.core.$ZodIssue[]): string {
  const isMissing = (issue: z.core.$ZodIssue) =>
    issue.code === "invalid_type" && /undefined/.test(issue.message);
  const missing = issues.filter(isMissing).map(({ path }) => path.join("."));
  const malformed = issues
    .filter((issue) => !isMissing(issue))
    .map(({ path, message }) => `${path.join(".")}: ${message}`);
  return [...(missing.length > 0 ? [`missing ${missing.join(", ")}`] : []), ...malformed].join(
    "; ",
  );
}
