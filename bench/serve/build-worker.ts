import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { CliError } from "../../scripts/cli-error.ts";
import { buildPublicAssets } from "../../scripts/dev/public-assets.ts";
import { spawnWrangler } from "../../scripts/system/wrangler.ts";

/** Bundles a Worker as `npm run deploy` does; resolves to the folder with its script, which the caller removes. */
export async function buildWorker(
  configFile = "wrangler.toml",
  isMinified = true,
): Promise<string> {
  buildPublicAssets();
  const folder = mkdtempSync(path.join(tmpdir(), "mahfaza-bench-"));
  const args = ["deploy", "--dry-run", "--env=", "--config", configFile, "--outdir", folder];
  if (!isMinified) args.push("--minify=false");
  const child = spawnWrangler(args, { stdio: "ignore" });
  const code = await new Promise((resolve) => child.once("exit", resolve));
  if (code !== 0) throw new CliError(`the Worker of ${configFile} does not build`);
  return folder;
}
