// Serves a built Worker with workerd, Cloudflare's runtime, without the proxy, file watcher and request log of
// wrangler.
import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Readable } from "node:stream";
import { CliError } from "../../scripts/cli-error.ts";
import type { ServedWorker } from "./served.ts";
import { compatibility } from "./wrangler-toml.ts";

export interface WorkerdOptions {
  readonly folder: string;
  /** The built module in the folder. */
  readonly script: string;
  /** Text bindings. */
  readonly bindings: Readonly<Record<string, string>>;
  /** Durable Objects: binding → class. */
  readonly objects: Readonly<Record<string, string>>;
  /** The objects' storage. Mahfaza's objects store nothing, but opening the storage has a cost. */
  readonly storage: "memory" | "disk";
  /** Opens V8's inspector on this port, for a CPU profile. */
  readonly inspectorPort?: number;
}

/** Serves a built Worker on a free loopback port. */
export async function serveWorkerd(options: WorkerdOptions): Promise<ServedWorker> {
  const scratch = mkdtempSync(path.join(tmpdir(), "mahfaza-workerd-"));
  const logFile = path.join(scratch, "workerd.log");
  const configFile = path.join(options.folder, `config-${options.storage}.capnp`);
  writeFileSync(configFile, configOf(options, scratch));
  const inspector = options.inspectorPort
    ? [`--inspector-addr=127.0.0.1:${options.inspectorPort}`]
    : [];
  const log = openSync(logFile, "w");
  const child = spawn(findWorkerd(), ["serve", "--control-fd=3", ...inspector, configFile], {
    stdio: ["ignore", log, log, "pipe"],
  });
  closeSync(log);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const port = await portOf(child, logFile);
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    objectsFolder: options.storage === "disk" ? scratch : null,
    async stop() {
      child.kill("SIGKILL");
      await ended;
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}

function configOf(options: WorkerdOptions, scratch: string): string {
  const { script, bindings, objects, storage } = options;
  const quote = JSON.stringify;
  const { compatibility_date, compatibility_flags } = compatibility();
  const texts = Object.entries(bindings).map(
    ([name, text]) => `(name = ${quote(name)}, text = ${quote(text)})`,
  );
  const namespaces = Object.entries(objects).map(
    ([name, className]) => `(name = ${quote(name)}, durableObjectNamespace = ${quote(className)})`,
  );
  const classes = Object.values(objects).map(
    (name) => `(className = ${quote(name)}, uniqueKey = ${quote(name)}, enableSql = true)`,
  );
  const place = storage === "memory" ? "(inMemory = void)" : '(localDisk = "objects")';
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .main),
    (name = "objects", disk = (path = ${quote(scratch)}, writable = true)),
    (name = "internet", network = (allow = ["public", "private"]))
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")]
);
const main :Workerd.Worker = (
  modules = [(name = "worker", esModule = embed ${quote(script)})],
  compatibilityDate = ${quote(compatibility_date)},
  compatibilityFlags = ${quote(compatibility_flags)},
  bindings = [${[...texts, ...namespaces].join(", ")}],
  durableObjectNamespaces = [${classes.join(", ")}],
  durableObjectStorage = ${place}
);
`;
}

function findWorkerd(): string {
  const require = createRequire(createRequire(import.meta.url).resolve("wrangler/package.json"));
  return (require("workerd") as { default: string }).default;
}

function portOf(child: ChildProcess, logFile: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let text = "";
    (child.stdio[3] as Readable).setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
      const port = /"event":"listen","socket":"http","port":(\d+)/.exec(text)?.[1];
      if (port) resolve(Number(port));
    });
    child.once("exit", () =>
      reject(new CliError(`workerd did not start: ${readFileSync(logFile, "utf8").slice(-2_000)}`)),
    );
  });
}
