import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Complaint } from "../../scripts/complaint.ts";
import { buildDocsAssets } from "../../scripts/docs-assets.ts";
import { spawnWrangler } from "../../scripts/wrangler.ts";

/** Bundles a Worker as `npm run deploy` does; resolves to the folder with its script, which the caller removes. */
export async function buildWorker(
  configFile = "wrangler.toml",
  isMinified = true,
): Promise<string> {
  buildDocsAssets();
  const folder = mkdtempSync(path.join(tmpdir(), "mahfaza-bench-"));
  const args = ["deploy", "--dry-run", "--config", configFile, "--outdir", folder];
  if (!isMinified) args.push("--minify=false");
  const child = spawnWrangler(args, { stdio: "ignore" });
  const code = await new Promise((resolve) => child.once("exit", resolve));
  if (code !== 0) throw new Complaint(`the Worker of ${configFile} does not build`);
  return folder;
}
