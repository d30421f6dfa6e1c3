import { env } from "cloudflare:workers";
import { connectSocket, type SocketDatabase } from "../../src/db/connect.ts";
import { readConfig } from "../../src/env.ts";
import { SMALL_WORLD } from "./small-world.ts";

export type Tx = Parameters<Parameters<SocketDatabase["transaction"]>[0]>[0];

class RollBack extends Error {}

/** Runs the work in a transaction that leaves nothing behind, whatever it does. */
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

/** Writes the small world into the transaction's tables. */
export async function makeSmallWorld(tx: Tx): Promise<void> {
  for (const statement of SMALL_WORLD) await tx.execute(statement);
}
