import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { SECURITY_HEADERS } from "../../src/http/middleware/security-headers.ts";
import { CliError } from "../cli-error.ts";
import { projectRoot } from "../system/places.ts";

const FILES = [
  "swagger-ui.css",
  "swagger-ui-bundle.js",
  "favicon-16x16.png",
  "favicon-32x32.png",
] as const;

/** Puts the reference's own scripts under ./public, so that /docs needs no other server. */
export function buildPublicAssets(): void {
  const target = path.join(projectRoot, "public/docs/assets");
  mkdirSync(target, { recursive: true });
  const source = findSwaggerUi();
  for (const file of FILES) copyFileSync(path.join(source, file), path.join(target, file));
  writeFileSync(path.join(projectRoot, "public/_headers"), assetHeaders());
}

/** The platform serves the assets without asking the Worker: it is told the same headers in a file. */
function assetHeaders(): string {
  const headers = { ...SECURITY_HEADERS, "Cache-Control": "public, max-age=3600" };
  const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
  return `/docs/assets/*\n${lines.join("")}`;
}

function findSwaggerUi(): string {
  try {
    return path.dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));
  } catch {
    throw new CliError("the npm package swagger-ui-dist is missing: run npm ci");
  }
}
