import { deployedVars } from "./wrangler-toml.ts";

// One key and one issuer for every server that is measured: the same tokens open them all.
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
 * The Worker's settings: what is deployed, under keys of the benchmark's own. As a test, for production refuses to
 * start behind a local gateway and without the edge's rate limits, which are not measured. Where a measured request
 * sends messages, its run names a receiver (timing-run.ts); this one's name leads nowhere.
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
};

export const WORKER_OBJECTS = { WALLET: "WalletObject", LEDGER_WRITER: "LedgerWriter" };
