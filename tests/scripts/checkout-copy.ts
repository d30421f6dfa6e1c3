import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach } from "vitest";
import { projectRoot } from "../../scripts/system/places.ts";
import { findFreePort } from "../../scripts/system/ports.ts";

/** The user `nobody`, who exists on Linux and on a Mac. */
export const NOBODY = Number(execFileSync("id", ["-u", "nobody"], { encoding: "utf8" }));
export const isRoot = process.getuid?.() === 0;

/** Whether `nobody` can read this checkout's packages: not below a folder that only root may enter. */
export function isOpenToOthers(folder = projectRoot): boolean {
  const isOpen = (statSync(folder).mode & 0o005) === 0o005;
  const parent = path.dirname(folder);
  return isOpen && (parent === folder || isOpenToOthers(parent));
}

const COPIED = [
  "console",
  "packages",
  "scripts",
  "src",
  "drizzle",
  "tests/planted-secrets.ts",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "wrangler.toml",
];

/** Packages and what a build made are no part of a checkout. */
const isSource = (file: string) =>
  !/[/]node_modules$|^(.*[/])?(console|packages[/]client)[/]dist$/.test(file);

/** A checkout of a test's own: the scripts write into the checkout that they lie in. */
export function copyCheckout(owner?: number) {
  // The folder for temporary files may be closed to other users; /tmp is open to all.
  const folder = mkdtempSync("/tmp/mahfaza-checkout-");
  for (const name of COPIED) {
    cpSync(path.join(projectRoot, name), path.join(folder, name), {
      recursive: true,
      filter: isSource,
    });
  }
  symlinkSync(path.join(projectRoot, "node_modules"), path.join(folder, "node_modules"));
  execFileSync("chmod", ["-R", "go+rX", folder]);
  if (owner !== undefined) execFileSync("chown", ["-R", `${owner}`, folder]);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface ScriptOptions {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly uid?: number;
}

/** Starts a script of the checkout, with none of the settings of the run that tests it. */
function spawnScript(folder: string, script: string, options: ScriptOptions): ChildProcess {
  const { PATH } = process.env;
  return spawn(process.execPath, [`scripts/${script}`, ...(options.args ?? [])], {
    cwd: folder,
    env: { PATH, HOME: folder, ...options.env } as unknown as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "pipe"],
    ...(options.uid === undefined ? {} : { uid: options.uid }),
  });
}

/** Runs a script of the checkout to its end. */
export async function runIn(folder: string, script: string, options: ScriptOptions = {}) {
  const child = spawnScript(folder, script, options);
  const output = gather(child);
  const [code] = await once(child, "close");
  return { code, ...output() };
}

/** Starts `npm run services` on free ports and waits until it is ready; throws what it said when it ends. */
export async function startServicesIn(folder: string, options: ScriptOptions = {}) {
  const ports = {
    MESSAGES_PORT: `${await findFreePort()}`,
    POSTGRES_PORT: `${await findFreePort()}`,
    GATEWAY_PORT: `${await findFreePort()}`,
  };
  const env = { ...ports, ...options.env };
  const child = spawnScript(folder, "services.ts", { ...options, env });
  const output = gather(child);
  const ended = once(child, "close");
  const ready = new Promise<void>((resolve) => {
    child.stdout?.on("data", () => output().stdout.includes("are ready") && resolve());
  });
  await Promise.race([ready, ended]);
  if (child.exitCode !== null) throw new Error(output().stderr);
  return {
    ports,
    pid: child.pid ?? 0,
    /** Ends it as a signal to npm alone does; resolves to its exit code. */
    async stop(): Promise<number> {
      child.kill("SIGINT");
      const [code] = await ended;
      return code;
    },
  };
}

function gather(child: ChildProcess): () => { stdout: string; stderr: string } {
  const texts = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name]?.setEncoding("utf8").on("data", (text: string) => {
      texts[name] += text;
    });
  }
  return () => ({ ...texts });
}

/** A copy of the checkout for each test of a file, and the files in it. */
export function useCheckoutCopy() {
  let checkout: ReturnType<typeof copyCheckout>;
  beforeEach(() => {
    checkout = copyCheckout();
  });
  afterEach(async () => {
    await runIn(checkout.folder, "reset.ts");
    checkout.remove();
  });
  const inCheckout = (...names: string[]) => path.join(checkout.folder, ...names);
  return {
    get folder() {
      return checkout.folder;
    },
    inCheckout,
    devVars: () => readFileSync(inCheckout(".dev.vars"), "utf8"),
    /** Replaces the copy by one that belongs to this user. */
    giveTo(owner: number) {
      checkout.remove();
      checkout = copyCheckout(owner);
    },
  };
}
