import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { CliError } from "../cli-error.ts";
import { refusalOf } from "../system/ownership.ts";
import { projectRoot } from "../system/places.ts";

const PUBLIC = path.join(projectRoot, "public");
const BUILT = path.join(projectRoot, "console/dist");
const DIGEST = path.join(BUILT, "sources.digest");

/** Everything that the console is built from. */
const SOURCES = ["console/**", "packages/client/src/**", "package-lock.json"];

/**
 * Builds the console into ./public when a source is newer than what is there: its HTML into
 * public/app, where the Worker reads it, and all other files where their addresses are.
 */
export function buildConsole(): void {
  const digest = sourcesDigest();
  const isBuilt = existsSync(path.join(PUBLIC, "app/index.html"));
  if (isBuilt && existsSync(DIGEST) && readFileSync(DIGEST, "utf8") === digest) return;
  const vite = createRequire(import.meta.url).resolve("vite/package.json");
  const bin = path.join(path.dirname(vite), "bin/vite.js");
  try {
    execFileSync(
      process.execPath,
      [bin, "build", "console", "--configLoader", "native", "--logLevel", "warn"],
      {
        cwd: projectRoot,
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
  } catch (error) {
    throw new CliError(`the console could not be built\n${outputOf(error)}`, { cause: error });
  }
  publish();
  writeFileSync(DIGEST, digest);
}

function outputOf(error: unknown): string {
  const { stdout, stderr } = error as { stdout?: Buffer; stderr?: Buffer };
  return `${stdout ?? ""}${stderr ?? ""}`;
}

function sourcesDigest(): string {
  const hash = createHash("sha256");
  const files = globSync(SOURCES, {
    cwd: projectRoot,
    withFileTypes: true,
    // What the build itself makes is no source.
    exclude: ({ name }) => ["node_modules", "dist", "fonts"].includes(name),
  });
  const names = files
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  for (const name of names.sort()) {
    hash.update(path.relative(projectRoot, name)).update("\0").update(readFileSync(name));
  }
  return hash.digest("hex");
}

/** Copies what was built into ./public, and deletes what an earlier build left there. */
function publish(): void {
  const built = readdirSync(BUILT, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== path.basename(DIGEST))
    .map((entry) => path.relative(BUILT, path.join(entry.parentPath, entry.name)));
  const targets = new Map(
    built.map((name) => [name.endsWith(".html") ? path.join("app", name) : name, name]),
  );
  const app = path.join(PUBLIC, "app");
  try {
    for (const name of existsSync(app) ? readdirSync(app, { recursive: true }) : []) {
      const target = path.join("app", String(name));
      const isFile = path.extname(target) !== "";
      if (isFile && !targets.has(target)) rmSync(path.join(PUBLIC, target));
    }
    for (const [target, source] of targets) {
      const file = path.join(PUBLIC, target);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, readFileSync(path.join(BUILT, source)));
    }
  } catch (error) {
    throw refusalOf(app, error, "", PUBLIC);
  }
}
