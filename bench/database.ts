import os from "node:os";
import pg from "pg";

const memoryMb = Math.floor(os.totalmem() / 2 ** 20);

/**
 * Postgres' default settings, fsync included, except for memory: its manual advises a quarter of the machine's
 * memory for shared buffers. Source: https://www.postgresql.org/docs/18/runtime-config-resource.html
 */
export const BENCH_POSTGRES = {
  shared_buffers: `${Math.floor(memoryMb / 4)}MB`,
  effective_cache_size: `${Math.floor((memoryMb * 3) / 4)}MB`,
  maintenance_work_mem: "512MB",
  max_wal_size: "8GB",
};

/** Runs `work` on a new connection, and closes the connection. */
export async function withClient<T>(
  databaseUrl: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
