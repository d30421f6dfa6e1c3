// The Worker as it is deployed, built once and served by workerd through Miniflare's API: no proxy, no
// file watcher and no request log between the measurement and the code.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { Complaint } from "../scripts/complaint.ts";
import { spawnWrangler } from "../scripts/wrangler.ts";

export interface BuiltWorker {
  /** Origin, without a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

const KEYS = JSON.stringify({
  keys: [
    { kty: "oct", kid: "bench", alg: "HS256", k: Buffer.alloc(32, "b").toString("base64url") },
  ],
});

const SETTINGS = {
  ENVIRONMENT: "development",
  TOKEN_ISSUER: "https://bench.mahfaza.example",
  TOKEN_AUDIENCE: "mahfaza-api",
  PHONE_COUNTRY: "YE",
  PASSWORD_SCRYPT: "ln=14,r=8,p=5",
  LEDGER_WRITERS: "4",
  LEDGER_LOCATION: "weur",
  ACCESS_TOKEN_KEYS: KEYS,
};

/** Builds the Worker and serves it on a free port of the loopback. */
export async function startBuiltWorker(database: {
  readonly DATABASE_URL: string;
  readonly NEON_GATEWAY: string;
}): Promise<BuiltWorker> {
  const folder = mkdtempSync(path.join(tmpdir(), "mahfaza-bench-"));
  await build(folder);
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      host: "127.0.0.1",
      port: 0,
      modules: true,
      script: readFileSync(path.join(folder, "index.js"), "utf8"),
      compatibilityDate: "2026-10-20",
      compatibilityFlags: ["nodejs_compat"],
      bindings: { ...SETTINGS, ...database },
      durableObjects: {
        WALLET: { className: "WalletObject", useSQLite: true },
        LEDGER_WRITER: { className: "LedgerWriter", useSQLite: true },
      },
    }),
  );
  const url = (await miniflare.ready).origin;
  return {
    url,
    async close() {
      await miniflare.dispose();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function build(folder: string): Promise<void> {
  const child = spawnWrangler(["deploy", "--dry-run", "--outdir", folder], { stdio: "ignore" });
  const code = await new Promise((resolve) => child.once("exit", resolve));
  if (code !== 0) throw new Complaint("the Worker does not build: see `npm run build`");
}
