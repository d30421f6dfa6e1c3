import type { HashSlot } from "../../../crypto/hash-queue.ts";
import { RETRY_AFTER_SECONDS } from "../../../domain/bounds.ts";
import { type Outcome, refuseForNow } from "../../../domain/outcome.ts";
import type { ServiceContext } from "../../context.ts";

/**
 * Does what hashes a password in a place of the isolate's line, or refuses at once when all are taken. Ask
 * before an attempt is counted: who is turned away for want of a place has tried nothing.
 */
export async function withHashSlot<T, Code extends string>(
  { hashes }: Pick<ServiceContext, "hashes">,
  work: (place: HashSlot) => Promise<Outcome<T, Code>>,
): Promise<Outcome<T, Code | "service_busy">> {
  const place = hashes.enter();
  if (!place) return refuseForNow("service_busy", RETRY_AFTER_SECONDS);
  try {
    return await work(place);
  } finally {
    place.leave();
  }
}
