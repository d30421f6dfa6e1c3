import { env } from "cloudflare:workers";
import { connectSocket, type SocketDatabase } from "../../src/db/connect.ts";
import { readConfig } from "../../src/env.ts";
import { FIXTURE_ROWS } from "./fixture.ts";

export type Tx = Parameters<Parameters<SocketDatabase["transaction"]>[0]>[0];

class RollBack extends Error {}

/** Runs `work` in a transaction that is always rolled back. */
export async function rolledBack(work: (tx: Tx) => Promise<void>): Promise<void> {
  const connection = await connectSocket(readConfig(env));
  try {
    await connection.db.transaction(async (tx) => {
      await work(tx);
      throw new RollBack();
    });
  } catch (error) {
    if (!(error instanceof RollBack)) throw error;
  } finally {
    await connection.close();
  }
}

/** Inserts the rows of the fixture. */
export async function insertFixture(tx: Tx): Promise<void> {
  for (const statement of FIXTURE_ROWS) await tx.execute(statement);
}
