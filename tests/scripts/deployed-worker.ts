// The built Worker in workerd, on a migrated Postgres of the file's own, behind a gateway of its own.
import { rmSync } from "node:fs";
import { afterAll, beforeAll } from "vitest";
import { buildWorker } from "../../bench/serve/build-worker.ts";
import type { ServedWorker } from "../../bench/serve/served.ts";
import { WORKER_OBJECTS, WORKER_SETTINGS } from "../../bench/serve/settings.ts";
import { serveWorkerd } from "../../bench/serve/workerd.ts";
import { migrateDatabase } from "../../scripts/migrate.ts";
import { startNeonGateway } from "../../scripts/neon-gateway/start-gateway.ts";
import type { RunningCluster } from "../../scripts/postgres/start-cluster.ts";
import { startThrowawayPostgres } from "../../scripts/postgres/throwaway-postgres.ts";

/** What a password's hash costs in these tests. */
export const CHEAP_SCRYPT = { log2N: 4, r: 8, p: 1 };

export interface DeployedWorker {
  readonly url: string;
  readonly databaseUrl: string;
  stop(): Promise<void>;
}

/** Serves a Worker's bundle, which the caller keeps, on this database. */
export async function serveOn(
  databaseUrl: string,
  folder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<DeployedWorker> {
  const gateway = await startNeonGateway({ databaseUrl });
  let worker: ServedWorker;
  try {
    worker = await serveWorkerd({
      folder,
      script: "index.js",
      bindings: {
        ...WORKER_SETTINGS,
        PASSWORD_SCRYPT: "ln=4,r=8,p=1",
        DATABASE_URL: databaseUrl,
        NEON_GATEWAY: gateway.address,
        ...settings,
      },
      objects: WORKER_OBJECTS,
      storage: "memory",
    });
  } catch (error) {
    await gateway.close();
    throw error;
  }
  return {
    url: worker.url,
    databaseUrl,
    async stop() {
      await worker.stop();
      await gateway.close();
    },
  };
}

/** The Worker of this checkout for a whole file of tests; its settings are read when it starts. */
export function useDeployedWorker(
  settings: () => Readonly<Record<string, string>> = () => ({}),
): DeployedWorker {
  let postgres: RunningCluster;
  let folder: string;
  let worker: DeployedWorker;
  beforeAll(async () => {
    postgres = await startThrowawayPostgres();
    await migrateDatabase(postgres.url, { report: () => {} });
    folder = await buildWorker();
    worker = await serveOn(postgres.url, folder, settings());
  });
  afterAll(async () => {
    await worker?.stop();
    if (folder) rmSync(folder, { recursive: true, force: true });
    await postgres?.stop();
  });
  return {
    get url() {
      return worker.url;
    },
    get databaseUrl() {
      return postgres.url;
    },
    stop: () => worker.stop(),
  };
}
