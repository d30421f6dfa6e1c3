import { existsSync } from "node:fs";
import path from "node:path";
import { CliError } from "../cli-error.ts";
import { projectRoot } from "../system/places.ts";
import { runWrangler } from "../system/wrangler.ts";

const FILE = "src/bindings.d.ts";

/** Makes the types of the Worker's bindings when they are missing; git ignores them. */
export async function ensureBindingTypes(): Promise<void> {
  if (existsSync(path.join(projectRoot, FILE))) return;
  if (await runWrangler(["types", FILE])) throw new CliError("wrangler types failed");
}
