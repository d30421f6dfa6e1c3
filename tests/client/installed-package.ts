// The package as npm packs it, unpacked into a folder as if it were installed there.
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { root } from "../tidy/tree.ts";

const run = promisify(execFile);

export interface InstalledPackage {
  /** A folder whose `node_modules` has the package and what it depends on. */
  readonly folder: string;
  /** The files of the package, as paths in it. */
  readonly files: readonly string[];
  remove(): void;
}

/** Packs and unpacks the client; `npm pack` builds it first. */
export async function installPackage(): Promise<InstalledPackage> {
  const folder = mkdtempSync(path.join(tmpdir(), "mahfaza-client-"));
  const modules = path.join(folder, "node_modules");
  const target = path.join(modules, "@mahfaza/client");
  mkdirSync(target, { recursive: true });
  const { stdout } = await npm("pack", "--json", "--pack-destination", folder);
  // npm writes what `prepack` says before its own answer.
  const [packed] = JSON.parse(stdout.slice(stdout.indexOf("[\n")));
  await run("tar", ["-xzf", path.join(folder, packed.filename), "--strip=1", "-C", target]);
  for (const name of ["openapi-fetch", "openapi-typescript-helpers"]) {
    symlinkSync(path.join(root, "node_modules", name), path.join(modules, name));
  }
  return {
    folder,
    files: packed.files.map((file: { path: string }) => file.path),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function npm(...args: string[]) {
  const options = { cwd: path.join(root, "packages/client"), maxBuffer: 1e7 };
  const script = process.env.npm_execpath;
  return script ? run(process.execPath, [script, ...args], options) : run("npm", args, options);
}
