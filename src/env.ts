import { z } from "zod";
import { checkFunding, fundingFields, fundingOf } from "./env/funding-settings.ts";
import {
  canUsePasskeys,
  HmacKey,
  isOrigin,
  jwkSet,
  LOOPBACK,
  RandomKey,
  RateLimiter,
  ScryptCost,
  SealingKey,
  TimeZone,
  WebhookSecret,
} from "./env/setting-schemas.ts";

/** The bindings of the rate limits, one for each class of routes. */
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
    /** host:port of the local gateway that implements Neon's protocols; absent with Neon itself. */
    NEON_GATEWAY: z
      .string()
      .regex(/^[\w.[\]:-]+:\d+$/)
      .optional(),
    /**
     * "plain": writers use the driver's own client instead of PipeliningClient, with two more round
     * trips a batch.
     */
    DATABASE_DRIVER: z.enum(["pipelining", "plain"]).default("pipelining"),
    REGISTRATION_RATE_LIMIT: RateLimiter.optional(),
    AUTH_RATE_LIMIT: RateLimiter.optional(),
    HASH_RATE_LIMIT: RateLimiter.optional(),
    WRITE_RATE_LIMIT: RateLimiter.optional(),
    READ_RATE_LIMIT: RateLimiter.optional(),
    /** A JWK Set (RFC 7517): the first key signs, all of them verify. */
    ACCESS_TOKEN_KEYS: jwkSet(HmacKey),
    /**
     * Keys the hashes under which attempts are counted, so that the rows show no phone and no
     * address.
     */
    THROTTLE_KEY: RandomKey,
    /** Keys the fingerprints of idempotency keys, so that the rows show no phone. */
    FINGERPRINT_KEY: RandomKey,
    /** A JWK Set (RFC 7517): the first key encrypts secrets at rest, all of them decrypt. */
    SEALING_KEYS: jwkSet(SealingKey),
    /** Keys the hashes of one-time codes; a new key voids the codes that were already sent. */
    CODE_KEY: RandomKey,
    /**
     * The gateway that messages to users are posted to, and the secret that signs them (Standard
     * Webhooks).
     */
    MESSAGE_WEBHOOK_URL: z.url({ protocol: /^https?$/ }),
    MESSAGE_WEBHOOK_SECRET: WebhookSecret,
    /**
     * The sender address of mail through the binding EMAIL; without it mail is sent by the webhook
     * too.
     */
    MAIL_FROM: z.email().optional(),
    /**
     * The domain that passkeys are bound to (WebAuthn: RP ID). A change makes all passkeys
     * unusable.
     */
    PASSKEY_RP_ID: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/, "a domain name"),
    /** Origins of the pages that may use passkeys, separated by blanks. */
    PASSKEY_ORIGINS: z
      .string()
      .transform((text) => text.split(" ").filter((origin) => origin !== ""))
      .pipe(z.array(z.url()).min(1).max(8)),
    TOKEN_ISSUER: z.url(),
    TOKEN_AUDIENCE: z.string().min(1),
    /**
     * Origins of the pages that may call the API, separated by blanks; empty: only the service's
     * own pages.
     */
    CORS_ORIGINS: z
      .string()
      .default("")
      .transform((text) => new Set(text.split(" ").filter((origin) => origin !== "")))
      .refine((origins) => [...origins].every(isOrigin), "origins such as https://app.example"),
    ...fundingFields,
    /** Where a job reads exchange rates; without it, only operators set them. */
    RATES_FEED_URL: z.url({ protocol: /^https?$/ }).optional(),
    PHONE_COUNTRY: z.string().regex(/^[A-Z]{2}$/, "an ISO 3166-1 alpha-2 code"),
    /** Whether a transfer by phone reaches a number that its holder has not verified. */
    PAYMENTS_TO_UNVERIFIED_PHONES: z.enum(["yes", "no"]),
    /** Which table of limits applies: the limits of development are high enough for tests. */
    LIMITS_PROFILE: z.enum(["development", "production"]),
    /** In which the days and months of the limits begin. */
    LIMITS_ZONE: TimeZone,
    /** Whether a transfer by phone opens a wallet for a holder who has none in its currency. */
    OPENS_WALLETS_FOR_RECIPIENTS: z.enum(["yes", "no"]).default("no"),
    PASSWORD_SCRYPT: ScryptCost,
    /** Requests of one isolate that hash a password or wait for it. They hash one after another. */
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
    { path: ["PASSWORD_SCRYPT"], message: "below OWASP's minimum of ln=14,r=8,p=5" },
  )
  .refine(
    ({ ENVIRONMENT, CORS_ORIGINS }) =>
      ENVIRONMENT !== "production" ||
      [...CORS_ORIGINS].every((origin) => origin.startsWith("https://")),
    { path: ["CORS_ORIGINS"], message: "only https in production" },
  )
  .refine(
    ({ ENVIRONMENT, MESSAGE_WEBHOOK_URL }) =>
      ENVIRONMENT !== "production" || MESSAGE_WEBHOOK_URL.startsWith("https:"),
    { path: ["MESSAGE_WEBHOOK_URL"], message: "codes travel by https only" },
  )
  .refine(
    ({ ENVIRONMENT, RATES_FEED_URL }) =>
      ENVIRONMENT !== "production" || !RATES_FEED_URL || RATES_FEED_URL.startsWith("https:"),
    { path: ["RATES_FEED_URL"], message: "only https in production" },
  )
  .refine(({ ENVIRONMENT, NEON_GATEWAY }) => ENVIRONMENT !== "production" || !NEON_GATEWAY, {
    path: ["NEON_GATEWAY"],
    message: "a local gateway, to which the database password is sent in clear: not in production",
  })
  .refine(
    ({ ENVIRONMENT, LIMITS_PROFILE }) =>
      ENVIRONMENT !== "production" || LIMITS_PROFILE === "production",
    { path: ["LIMITS_PROFILE"], message: "the limits of development are none for production" },
  )
  // A deployment with ENVIRONMENT=test by mistake has no local gateway, so it never serves a
  // request. Development may use Neon: it serves requests on loopback hosts only
  // (middleware/service-context.ts).
  .refine(
    ({ ENVIRONMENT, NEON_GATEWAY }) => ENVIRONMENT !== "test" || LOOPBACK.test(NEON_GATEWAY ?? ""),
    { path: ["ENVIRONMENT"], message: "test requires a NEON_GATEWAY on this machine" },
  )
  .superRefine((env, ctx) => {
    if (env.ENVIRONMENT !== "production") return;
    for (const name of RATE_LIMITS) {
      const message = "no rate limit of this name is bound; production requires it";
      if (!env[name]) ctx.addIssue({ code: "custom", path: [name], message });
    }
  })
  .superRefine(checkFunding)
  .refine((env) => env.PASSKEY_ORIGINS.every((origin) => canUsePasskeys(origin, env)), {
    path: ["PASSKEY_ORIGINS"],
    message: "not https origins of PASSKEY_RP_ID or below it",
  })
  .transform((env) => ({
    isDevelopment: env.ENVIRONMENT === "development",
    allowsSandboxRates: env.ENVIRONMENT !== "production",
    ratesFeedUrl: env.RATES_FEED_URL ?? null,
    databaseUrl: env.DATABASE_URL,
    databaseGateway: env.NEON_GATEWAY ?? null,
    usesPlainDriver: env.DATABASE_DRIVER === "plain",
    accessTokenKeys: env.ACCESS_TOKEN_KEYS.keys,
    throttleKey: env.THROTTLE_KEY,
    fingerprintKey: env.FINGERPRINT_KEY,
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
    funding: fundingOf(env),
    phoneCountry: env.PHONE_COUNTRY,
    opensWalletsForRecipients: env.OPENS_WALLETS_FOR_RECIPIENTS === "yes",
    paysUnverifiedPhones: env.PAYMENTS_TO_UNVERIFIED_PHONES === "yes",
    limits: { profile: env.LIMITS_PROFILE, zone: env.LIMITS_ZONE },
    scryptCost: env.PASSWORD_SCRYPT,
    hashesMax: env.PASSWORD_HASHES_MAX,
    ledgerWriters: env.LEDGER_WRITERS,
    ledgerLocation: env.LEDGER_LOCATION,
  }));

/** The validated settings of one deployment. */
export type Config = z.output<typeof ConfigSchema>;

const configs = new WeakMap<object, Config>();

/** A Worker whose settings are missing or malformed; the message names each, without its value. */
export class ConfigurationRefused extends Error {
  override readonly name = "ConfigurationRefused";
}

/** The Worker's bindings as a Config. Throws ConfigurationRefused. */
export function readConfig(env: Env): Config {
  const existing = configs.get(env);
  if (existing) return existing;
  const result = ConfigSchema.safeParse(env);
  if (!result.success) {
    throw new ConfigurationRefused(`configuration refused: ${describeIssues(result.error.issues)}`);
  }
  configs.set(env, result.data);
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
