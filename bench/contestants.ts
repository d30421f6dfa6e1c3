// The servers that are measured, each in its own processes, whose CPU time is measured by name.
import { rmSync } from "node:fs";
import type { Server } from "./measurement.ts";
import { buildWorker } from "./serve/build-worker.ts";
import { serveNode } from "./serve/node-process.ts";
import type { ServedWorker } from "./serve/served.ts";
import { TOKEN_SETTINGS, WORKER_OBJECTS, WORKER_SETTINGS } from "./serve/settings.ts";
import { serveWorkerd, type WorkerdOptions } from "./serve/workerd.ts";

/** A running server, with the ids of its processes by the name under which their CPU time is reported. */
export interface Contestant {
  readonly url: string;
  readonly processes: Readonly<Record<string, number>>;
  /** The Postgres behind it; null for the platform's floor, which has none. */
  readonly databaseUrl: string | null;
  /** The folder of its Durable Objects' files; null without objects on disk. */
  readonly objectsFolder: string | null;
  stop(): Promise<void>;
}

export interface ContestantOptions {
  /** Opens V8's inspector on this port. */
  readonly inspectorPort?: number;
  /** Settings that replace deployed ones. */
  readonly bindings?: Readonly<Record<string, string>>;
}

type Worker = Omit<WorkerdOptions, "folder" | "storage" | "inspectorPort"> & {
  /** The path of wrangler's configuration. */
  readonly config: string;
};

const MAHFAZA: Worker = {
  config: "wrangler.toml",
  script: "index.js",
  bindings: WORKER_SETTINGS,
  objects: WORKER_OBJECTS,
};
const TEXTBOOK: Worker = {
  config: "bench/peers/workers-textbook.toml",
  script: "workers-textbook.js",
  bindings: TOKEN_SETTINGS,
  objects: {},
};
const FLOOR: Worker = {
  config: "bench/peers/platform-floor.toml",
  script: "platform-floor.js",
  bindings: {},
  objects: WORKER_OBJECTS,
};

/** Builds the Workers once; starts contestants from them. */
export class Contestants {
  readonly #isMinified: boolean;
  /** Built Workers by their configuration. */
  readonly #folders = new Map<string, string>();

  /** Profiles need Workers that are not minified, because they refer to lines of source. */
  constructor({ isMinified = true }: { readonly isMinified?: boolean } = {}) {
    this.#isMinified = isMinified;
  }

  /** Starts a server on this database. */
  async start(
    server: Exclude<Server, "platform-floor">,
    databaseUrl: string,
    { inspectorPort, bindings = {} }: ContestantOptions = {},
  ): Promise<Contestant> {
    const env = { ...TOKEN_SETTINGS, DATABASE_URL: databaseUrl };
    if (server === "node") {
      const { url, pid, stop } = await serveNode("peers/node-pool.ts", env);
      return { url, processes: { node: pid }, databaseUrl, objectsFolder: null, stop };
    }
    const worker = server === "workers-textbook" ? TEXTBOOK : MAHFAZA;
    const folder = await this.#build(worker.config);
    const gateway = await serveNode("serve/gateway-process.ts", env);
    const address = { DATABASE_URL: databaseUrl, NEON_GATEWAY: new URL(gateway.url).host };
    const served = await serveWorkerd({
      ...worker,
      folder,
      bindings: { ...worker.bindings, ...bindings, ...address },
      storage: server === "mahfaza-disk" ? "disk" : "memory",
      ...(inspectorPort && { inspectorPort }),
    }).catch(async (error) => {
      await gateway.stop();
      throw error;
    });
    return {
      ...contestantOf(served),
      processes: { worker: served.pid, gateway: gateway.pid },
      databaseUrl,
      async stop() {
        await served.stop();
        await gateway.stop();
      },
    };
  }

  /** Starts the peer that does only the platform's part of a transfer, without database and gateway. */
  async startFloor(): Promise<Contestant> {
    const folder = await this.#build(FLOOR.config);
    return contestantOf(await serveWorkerd({ ...FLOOR, folder, storage: "memory" }));
  }

  /** The folder with mahfaza's built Worker and its source map, and the script's name. */
  async mahfazaBuild(): Promise<{ folder: string; script: string }> {
    return { folder: await this.#build(MAHFAZA.config), script: MAHFAZA.script };
  }

  /** Removes the built Workers. */
  close(): void {
    for (const folder of this.#folders.values()) rmSync(folder, { recursive: true, force: true });
  }

  async #build(config: string): Promise<string> {
    const built = this.#folders.get(config) ?? (await buildWorker(config, this.#isMinified));
    this.#folders.set(config, built);
    return built;
  }
}

function contestantOf({ url, pid, objectsFolder, stop }: ServedWorker): Contestant {
  return { url, processes: { worker: pid }, databaseUrl: null, objectsFolder, stop };
}
