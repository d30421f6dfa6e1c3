// The servers that are measured, each in processes of its own that name what they spend.
import { rmSync } from "node:fs";
import type { Server } from "./measurement.ts";
import { buildWorker } from "./serve/build-worker.ts";
import { serveNode } from "./serve/node-process.ts";
import type { ServedProcess } from "./serve/served.ts";
import { TOKEN_SETTINGS, WORKER_OBJECTS, WORKER_SETTINGS } from "./serve/settings.ts";
import { serveWorkerd } from "./serve/workerd.ts";

/** A running server, with its processes by the name that their CPU time is told under. */
export interface Contestant {
  readonly url: string;
  readonly processes: Readonly<Record<string, number>>;
  stop(): Promise<void>;
}

export interface ContestantOptions {
  /** Opens V8's inspector on this port. */
  readonly inspectorPort?: number;
  /** Settings in place of those that are deployed. */
  readonly bindings?: Readonly<Record<string, string>>;
}

/** Builds the Workers once; starts contestants from them, each on a database of its own. */
export class Contestants {
  readonly #folders = new Map<string, string>();

  async start(
    server: Server,
    databaseUrl: string,
    { inspectorPort, bindings = {} }: ContestantOptions = {},
  ): Promise<Contestant> {
    const env = { ...TOKEN_SETTINGS, DATABASE_URL: databaseUrl };
    if (server === "node") return alone("node", await serveNode("peers/node-pool.ts", env));
    const isTextbook = server === "workers-textbook";
    const folder = await this.#build(
      isTextbook ? "bench/peers/workers-textbook.toml" : "wrangler.toml",
    );
    const gateway = await serveNode("serve/gateway-process.ts", env);
    const address = { DATABASE_URL: databaseUrl, NEON_GATEWAY: new URL(gateway.url).host };
    const worker = await serveWorkerd({
      folder,
      script: isTextbook ? "workers-textbook.js" : "index.js",
      bindings: { ...(isTextbook ? TOKEN_SETTINGS : WORKER_SETTINGS), ...bindings, ...address },
      objects: isTextbook ? {} : WORKER_OBJECTS,
      storage: server === "mahfaza-disk" ? "disk" : "memory",
      ...(inspectorPort && { inspectorPort }),
    }).catch(async (error) => {
      await gateway.stop();
      throw error;
    });
    return {
      url: worker.url,
      processes: { worker: worker.pid, gateway: gateway.pid },
      async stop() {
        await worker.stop();
        await gateway.stop();
      },
    };
  }

  /** Removes what was built. */
  close(): void {
    for (const folder of this.#folders.values()) rmSync(folder, { recursive: true, force: true });
  }

  async #build(config: string): Promise<string> {
    const built = this.#folders.get(config) ?? (await buildWorker(config));
    this.#folders.set(config, built);
    return built;
  }
}

function alone(name: string, served: ServedProcess): Contestant {
  return { url: served.url, processes: { [name]: served.pid }, stop: () => served.stop() };
}
