import { deployedVars } from "./wrangler-toml.ts";

// All measured servers have the same key and issuer, so that they accept the same tokens.
export const TOKEN_SETTINGS = {
  TOKEN_ISSUER: "https://bench.mahfaza.example",
  TOKEN_AUDIENCE: "mahfaza-api",
  ACCESS_TOKEN_KEYS: JSON.stringify({
    keys: [
      { kty: "oct", kid: "bench", alg: "HS256", k: Buffer.alloc(32, "b").toString("base64url") },
    ],
  }),
};

/**
 * The Worker's settings: the deployed ones, with the benchmark's own keys. ENVIRONMENT is "test", because production
 * refuses to start with a local gateway and without the edge's rate limits, which are not measured. A run whose
 * requests send messages sets a receiver itself (timing-run.ts).
 */
export const WORKER_SETTINGS: Readonly<Record<string, string>> = {
  ...deployedVars(),
  ENVIRONMENT: "test",
  ...TOKEN_SETTINGS,
  SEALING_KEYS: JSON.stringify({
    keys: [
      { kty: "oct", kid: "bench", alg: "A256GCM", k: Buffer.alloc(32, "s").toString("base64url") },
    ],
  }),
  CODE_KEY: Buffer.alloc(32, "c").toString("base64url"),
  MESSAGE_WEBHOOK_SECRET: `whsec_${Buffer.alloc(32, "m").toString("base64")}`,
  THROTTLE_KEY: Buffer.alloc(32, "g").toString("base64url"),
  FINGERPRINT_KEY: Buffer.alloc(32, "f").toString("base64url"),
  // Measured transfers name people who have verified nothing.
  PAYMENTS_TO_UNVERIFIED_PHONES: "yes",
  LIMITS_PROFILE: "development",
  OPENS_WALLETS_FOR_RECIPIENTS: "no",
};

export const WORKER_OBJECTS = { WALLET: "WalletObject", LEDGER_WRITER: "LedgerWriter" };
