import { currencies } from "../../db/schema/index.ts";
import type { ServiceContext } from "../context.ts";

const PATIENCE_MS = 3_000;

/** Whether the database answers in time and is migrated. */
export async function isReady(ctx: Pick<ServiceContext, "db">): Promise<boolean> {
  const impatience = new Promise<false>((resolve) => {
    setTimeout(() => resolve(false), PATIENCE_MS);
  });
  const look = ctx.db
    .select({ code: currencies.code })
    .from(currencies)
    .limit(1)
    .then((rows) => rows.length === 1)
    // Why it does not answer is the database's log to tell; here it is only not ready.
    .catch(() => false as const);
  return Promise.race([look, impatience]);
}
