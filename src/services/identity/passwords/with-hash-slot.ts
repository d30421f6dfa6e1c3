import type { HashSlot } from "../../../crypto/hash-queue.ts";
import { RETRY_AFTER_SECONDS } from "../../../domain/bounds.ts";
import { type Outcome, refuseForNow } from "../../../domain/outcome.ts";
import type { ServiceContext } from "../../context.ts";

/**
 * Runs `work` with a slot of the isolate's hash queue; refuses with service_busy, and
 * RETRY_AFTER_SECONDS, when all slots are taken. Take the slot before an attempt is counted: a
 * request that is refused here has tried no password.
 */
export async function withHashSlot<T, Code extends string>(
  { hashes }: Pick<ServiceContext, "hashes">,
  work: (slot: HashSlot) => Promise<Outcome<T, Code>>,
): Promise<Outcome<T, Code | "service_busy">> {
  const slot = hashes.takeSlot();
  if (!slot) return refuseForNow("service_busy", RETRY_AFTER_SECONDS);
  try {
    return await work(slot);
  } finally {
    slot.release();
  }
}
