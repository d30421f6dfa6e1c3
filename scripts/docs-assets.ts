import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { SECURITY_HEADERS } from "../src/http/middleware/security-headers.ts";
import { Complaint } from "./complaint.ts";
import { projectRoot } from "./places.ts";

/** The module that /docs/init.js imports; it imports the chunks beside it. */
const ENTRY = "standalone.esm.js";

/** Copies the scripts of the API reference into ./public, so that /docs needs no other server. */
export function buildDocsAssets(): void {
  const target = path.join(projectRoot, "public/docs/assets");
  // Another version has other chunks.
  rmSync(target, { recursive: true, force: true });
  mkdirSync(path.join(target, "chunks"), { recursive: true });
  const source = findScalar();
  const chunks = readdirSync(path.join(source, "chunks")).filter((name) => name.endsWith(".js"));
  for (const file of [ENTRY, ...chunks.map((name) => `chunks/${name}`)]) {
    copyFileSync(path.join(source, file), path.join(target, file));
  }
  writeFileSync(path.join(projectRoot, "public/_headers"), assetHeaders());
}

/**
 * The headers of the assets: the platform serves them without the Worker. A chunk's name changes with its
 * content. The entry's name does not, so that browsers ask whether it has changed.
 */
function assetHeaders(): string {
  const headers = { ...SECURITY_HEADERS, "Cache-Control": "public, no-cache" };
  return [
    "/docs/assets/*",
    ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
    "/docs/assets/chunks/*",
    "  ! Cache-Control",
    "  Cache-Control: public, max-age=31536000, immutable",
    "",
  ].join("\n");
}

function findScalar(): string {
  try {
    const entry = createRequire(import.meta.url).resolve("@scalar/api-reference/style.css");
    return path.join(path.dirname(entry), "browser");
  } catch {
    throw new Complaint("the npm package @scalar/api-reference is missing: run npm ci");
  }
}
