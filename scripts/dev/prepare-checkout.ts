import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { CliError } from "../cli-error.ts";
import { giveTreeToOwner, requireWritable } from "../system/ownership.ts";
import { checkoutDataRoot, dataRoot, projectRoot } from "../system/places.ts";
import { buildConsole } from "./console-assets.ts";
import { buildPublicAssets } from "./public-assets.ts";

const WRITTEN = [".dev.vars", ".wrangler", "public", "console/dist"].map((name) =>
  path.join(projectRoot, name),
);
const PACKED_WORDS = "src/services/identity/passwords/packed-words.ts";

/** Throws a CliError when this user cannot work in the checkout: wrangler bundles into .wrangler. */
export function requireOwnCheckout(): void {
  requireWritable(path.join(projectRoot, ".wrangler"));
}

/** Makes the files that the Worker needs. Throws a CliError for a file that this user cannot write. */
export function prepareCheckout(): void {
  buildPublicAssets();
  buildConsole();
  ensurePackedWords();
}

/** Gives what root has written in somebody's checkout to its owner, who may start the service next. */
export function giveCheckoutToOwner(): void {
  for (const file of WRITTEN) giveTreeToOwner(file);
  // Postgres's folder belongs to the account that runs it.
  for (const folder of new Set([checkoutDataRoot, dataRoot])) giveTreeToOwner(folder, ["postgres"]);
}

/** `npm ci` makes the file; `npm ci --ignore-scripts` does not. */
function ensurePackedWords(): void {
  if (existsSync(path.join(projectRoot, PACKED_WORDS))) return;
  try {
    execFileSync(process.execPath, ["scripts/password-words.ts"], { cwd: projectRoot });
  } catch (error) {
    throw new CliError(`${PACKED_WORDS} could not be made: run npm ci`, { cause: error });
  }
}
