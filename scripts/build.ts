// `npm run build`: the bundle that a deployment would upload, in ./dist, and its size.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { CliError, runScript } from "./cli-error.ts";
import { firstLoadBytes } from "./console-size.ts";
import { buildConsole } from "./dev/console-assets.ts";
import { buildPublicAssets } from "./dev/public-assets.ts";
import { readArguments } from "./system/arguments.ts";
import { projectRoot } from "./system/places.ts";
import { runWrangler } from "./system/wrangler.ts";

// A third of the platform's limit on its smallest plan (3 MB): space to grow, and a quick start.
const COMPRESSED_BYTES_MAX = 1_000_000;

/** What a person loads before the console's first page is there. */
const FIRST_LOAD_BYTES_MAX = 100_000;

const USAGE = {
  command: "npm run build",
  text: "Bundles the Worker into ./dist as a deployment would upload it, and checks its size.",
};

/** Bundles without deploying. Throws a CliError when the bundle is too large. */
export async function build(options: readonly string[] = []): Promise<void> {
  buildPublicAssets();
  buildConsole();
  if (
    await runWrangler([
      "deploy",
      "--dry-run",
      "--outdir",
      "dist",
      ...(options.length > 0 ? options : ["--env="]),
    ])
  ) {
    throw new CliError("the bundle could not be built");
  }
  const { bytes, compressed } = measure(path.join(projectRoot, "dist"));
  const size = `${compressed} bytes compressed, ${bytes} uncompressed`;
  console.log(`bundle: ${size} (limit ${COMPRESSED_BYTES_MAX} compressed)`);
  if (compressed > COMPRESSED_BYTES_MAX) throw new CliError(`the bundle is too large: ${size}`);
  requireSmallConsole();
}

/** Throws a CliError when a person would wait too long for the console's first page. */
function requireSmallConsole(): void {
  const person = firstLoadBytes("index");
  const size = `${person} bytes compressed, its fonts included`;
  console.log(`console: ${size} (limit ${FIRST_LOAD_BYTES_MAX}); desk: ${firstLoadBytes("desk")}`);
  if (person > FIRST_LOAD_BYTES_MAX) throw new CliError(`the console is too large: ${size}`);
}

function measure(folder: string): { bytes: number; compressed: number } {
  // Source maps and wrangler's note stay here.
  const uploaded = readdirSync(folder).filter((name) => !/\.(map|md)$/.test(name));
  const files = uploaded.map((name) => readFileSync(path.join(folder, name)));
  return {
    bytes: files.reduce((sum, file) => sum + file.length, 0),
    compressed: files.reduce((sum, file) => sum + gzipSync(file).length, 0),
  };
}

async function main(): Promise<undefined> {
  readArguments(USAGE, {});
  await build();
}

if (import.meta.main) await runScript(main);
