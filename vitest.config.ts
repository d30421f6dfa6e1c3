import path from "node:path";
import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";
import { TEST_KEY } from "./tests/planted-secrets.ts";
import { staticImports } from "./tests/static-imports.ts";

const TEST_KEYS = JSON.stringify({
  keys: [{ kty: "oct", kid: "test", alg: "HS256", k: TEST_KEY }],
});

const TEST_SEALING_KEYS = JSON.stringify({
  keys: [
    { kty: "oct", kid: "test", alg: "A256GCM", k: Buffer.alloc(32, "s").toString("base64url") },
  ],
});

const webhookSecret = (fill: string) => `whsec_${Buffer.alloc(32, fill).toString("base64")}`;

/** They end a test that hangs. A busy machine needs ten times as long and fails no test by that. */
const HANGS = { testTimeout: 300_000, hookTimeout: 300_000 } as const;
const POLLS = { poll: { timeout: 60_000 } } as const;

/** Set by scripts/test.ts when it has started the services. */
function setting(
  name: "DATABASE_URL" | "NEON_GATEWAY" | "MESSAGE_WEBHOOK_URL" | "MESSAGE_WEBHOOK_SECRET",
): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the tests by \`npm test\``);
  return value;
}

/** Tests inside workerd. */
const workers = (): TestProjectInlineConfiguration => ({
  plugins: [
    staticImports(path.join(import.meta.dirname, "src/")),
    cloudflareTest({
      wrangler: { configPath: "./wrangler.toml" },
      miniflare: {
        // A deployment's own choice, so wrangler.toml does not have it.
        email: { send_email: [{ name: "EMAIL" }] },
        bindings: {
          ENVIRONMENT: "test",
          DATABASE_URL: setting("DATABASE_URL"),
          NEON_GATEWAY: setting("NEON_GATEWAY"),
          ACCESS_TOKEN_KEYS: TEST_KEYS,
          SEALING_KEYS: TEST_SEALING_KEYS,
          CODE_KEY: Buffer.alloc(32, "c").toString("base64url"),
          MESSAGE_WEBHOOK_URL: setting("MESSAGE_WEBHOOK_URL"),
          MESSAGE_WEBHOOK_SECRET: setting("MESSAGE_WEBHOOK_SECRET"),
          // Two of the provider's secrets, as while they are rotated.
          FUNDING_WEBHOOK_SECRETS: `${webhookSecret("n")} ${webhookSecret("o")}`,
          FUNDING_PAYOUT_SECRET: webhookSecret("p"),
          THROTTLE_KEY: Buffer.alloc(32, "g").toString("base64url"),
          FINGERPRINT_KEY: Buffer.alloc(32, "f").toString("base64url"),
          PAYMENTS_TO_UNVERIFIED_PHONES: "yes",
          LIMITS_PROFILE: "development",
          OPENS_WALLETS_FOR_RECIPIENTS: "no",
          // scrypt at a cost that lets a test register hundreds of people.
          PASSWORD_SCRYPT: "ln=4,r=8,p=1",
          // Tests attempt by the hundred at once.
          PASSWORD_HASHES_MAX: "1000",
          // Two, so that what writers do to one another is tried wherever money moves.
          LEDGER_WRITERS: "2",
        },
      },
    }),
  ],
  test: {
    name: "workers",
    // One workerd for all files: a new one costs a second each. The objects store nothing, and a writer
    // that stays warm between files is what production has.
    isolate: false,
    include: ["tests/{ledger,wallet,api,contract}/**/*.test.ts"],
    ...HANGS,
    expect: POLLS,
  },
});

/** Tests that need nothing but the source. */
const unit: TestProjectInlineConfiguration = {
  // As the console's own build reads it: from its source.
  resolve: {
    alias: {
      "@mahfaza/client": path.join(import.meta.dirname, "packages/client/src/index.ts"),
    },
  },
  test: { name: "unit", include: ["tests/{unit,tidy}/**/*.test.ts"], ...HANGS },
};

/** Tests on Node that share the run's Postgres with one another, and lock and change its tables. */
const node: TestProjectInlineConfiguration = {
  test: {
    name: "node",
    include: ["tests/{client,faults}/**/*.test.ts"],
    globalSetup: ["tests/client/built-worker.ts"],
    ...HANGS,
    expect: POLLS,
  },
};

/** Tests of the scripts, which start processes and databases of their own, and mostly wait for them. */
const scripts: TestProjectInlineConfiguration = {
  test: { name: "scripts", include: ["tests/scripts/**/*.test.ts"], ...HANGS, expect: POLLS },
};

/** Projects run one after the other: those that share the database with one file at a time. */
function inTurn(...projects: readonly (readonly [TestProjectInlineConfiguration, number])[]) {
  return projects.map(([project, maxWorkers], groupOrder) => ({
    ...project,
    test: { ...project.test, maxWorkers, sequence: { groupOrder } },
  }));
}

export default defineConfig({
  // Without the services of `npm test` there are only the tests that need none.
  test: {
    projects: process.env.DATABASE_URL
      ? inTurn([workers(), 1], [node, 1], [unit, 2], [scripts, 3])
      : [unit],
  },
});
