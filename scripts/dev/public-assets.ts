import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { CliError } from "../cli-error.ts";
import { giveTreeToOwner, refusalOf } from "../system/ownership.ts";
import { projectRoot } from "../system/places.ts";
import { assetHeaders } from "./asset-headers.ts";

const PUBLIC = path.join(projectRoot, "public");
const ASSETS = path.join(PUBLIC, "docs/assets");

/** The module that /docs/init.js imports; it imports the chunks beside it. */
const ENTRY = "standalone.esm.js";

/** Copies the scripts of the API reference into ./public, so that /docs needs no other server. */
export function buildPublicAssets(): void {
  const source = findScalar();
  const chunks = readdirSync(path.join(source, "chunks")).filter((name) => name.endsWith(".js"));
  deleteOtherChunks(chunks);
  for (const file of [ENTRY, ...chunks.map((name) => `chunks/${name}`)]) {
    writeWhenOther(path.join(ASSETS, file), read(path.join(source, file)));
  }
  writeWhenOther(path.join(PUBLIC, "_headers"), Buffer.from(assetHeaders()));
}

/** Deletes what an earlier version of the reference left: its chunks have other names. */
function deleteOtherChunks(chunks: readonly string[]): void {
  const kept = new Set([ENTRY, "chunks", ...chunks]);
  for (const folder of [ASSETS, path.join(ASSETS, "chunks")]) {
    if (!existsSync(folder)) continue;
    for (const name of readdirSync(folder).filter((name) => !kept.has(name))) {
      const file = path.join(folder, name);
      try {
        rmSync(file);
      } catch (error) {
        throw refusalOf(file, error, "", PUBLIC);
      }
    }
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

function findScalar(): string {
  try {
    const entry = createRequire(import.meta.url).resolve("@scalar/api-reference/style.css");
    return path.join(path.dirname(entry), "browser");
  } catch {
    throw new CliError("the npm package @scalar/api-reference is missing: run npm ci");
  }
}

// npm runs it after each install: without ./public, `wrangler dev` does not start.
if (import.meta.main) {
  buildPublicAssets();
  giveTreeToOwner(PUBLIC);
}
