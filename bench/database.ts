import pg from "pg";

/** Postgres as it comes, fsync and all, but for memory that a server of this size would be given. */
export const BENCH_POSTGRES = {
  shared_buffers: "1GB",
  effective_cache_size: "6GB",
  maintenance_work_mem: "512MB",
  max_wal_size: "8GB",
} as const;

/** Runs one piece of work on a connection of its own. */
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
