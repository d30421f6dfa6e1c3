import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { SECURITY_HEADERS } from "../../src/http/middleware/security-headers.ts";
import { CliError } from "../cli-error.ts";
import { giveTreeToOwner, refusalOf } from "../system/ownership.ts";
import { projectRoot } from "../system/places.ts";

const PUBLIC = path.join(projectRoot, "public");

const FILES = [
  "swagger-ui.css",
  "swagger-ui-bundle.js",
  "favicon-16x16.png",
  "favicon-32x32.png",
] as const;

/** Puts the reference's own scripts under ./public, so that /docs needs no other server. */
export function buildPublicAssets(): void {
  const source = findSwaggerUi();
  const files = FILES.map(
    (file) => [`docs/assets/${file}`, read(path.join(source, file))] as const,
  );
  for (const [name, content] of [...files, ["_headers", Buffer.from(assetHeaders())] as const]) {
    writeWhenOther(path.join(PUBLIC, name), content);
  }
}

/** Left alone when it is right already: it may be another user's. */
function writeWhenOther(file: string, content: Buffer): void {
  if (existsSync(file) && read(file).equals(content)) return;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  } catch (error) {
    throw refusalOf(file, error, "", PUBLIC);
  }
}

const read = (file: string) => readFileSync(file);

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

// npm runs it after each install: without ./public, `wrangler dev` does not start.
if (import.meta.main) {
  buildPublicAssets();
  giveTreeToOwner(PUBLIC);
}
