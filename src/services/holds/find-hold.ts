import type { SeenHold } from "../../domain/hold.ts";
import type { HoldId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import { type SeenHoldRow, seenHoldOf, selectHold } from "../../ledger/hold-reads.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { readInSession } from "../identity/sessions/read-in-session.ts";

/**
 * The hold that a request of its payer or payee is about. Its sides and its currency never change;
 * what else it has is decided by the ledger under lock.
 */
export async function findHold(
  ctx: Pick<ServiceContext, "db">,
  caller: Caller,
  id: HoldId,
): Promise<Outcome<SeenHold, "session_ended" | "hold_not_found">> {
  const read = await readInSession(ctx, caller, (db) => [
    db.execute<SeenHoldRow>(selectHold(caller.userId, id)),
  ]);
  if (!read.ok) return read;
  const [row] = read.value[0].rows;
  return row ? done(seenHoldOf(row)) : refuse("hold_not_found");
}
