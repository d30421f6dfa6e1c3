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

/** The Worker's settings, as wrangler.toml has them for production. */
export const WORKER_SETTINGS = {
  ...TOKEN_SETTINGS,
  ENVIRONMENT: "production",
  SEALING_KEYS: JSON.stringify({
    keys: [
      { kty: "oct", kid: "bench", alg: "A256GCM", k: Buffer.alloc(32, "s").toString("base64url") },
    ],
  }),
  CODE_KEY: Buffer.alloc(32, "c").toString("base64url"),
  // No measured request sends a message.
  MESSAGE_WEBHOOK_URL: "https://messages.bench.mahfaza.example/send",
  MESSAGE_WEBHOOK_SECRET: `whsec_${Buffer.alloc(32, "m").toString("base64")}`,
  GUESSING_KEY: Buffer.alloc(32, "g").toString("base64url"),
  PASSKEY_RP_ID: "bench.mahfaza.example",
  PASSKEY_ORIGINS: "https://bench.mahfaza.example",
  PHONE_COUNTRY: "YE",
  PASSWORD_SCRYPT: "ln=14,r=8,p=5",
  WALLET_OBJECTS: "8",
  LEDGER_WRITERS: "1",
  LEDGER_LOCATION: "weur",
};

export const WORKER_OBJECTS = { WALLET: "WalletObject", LEDGER_WRITER: "LedgerWriter" };
