import type { Call } from "./call.ts";
import { isDefinite } from "./outcome.ts";
import { Sending, type Transport } from "./sending.ts";

/**
 * Sends a call until it has an outcome. Its intent is stored before the first attempt, and stays
 * stored only while the request may have been carried out without a definite answer. Throws a
 * ConnectionError when no answer came, and the signal's reason when it aborts.
 */
export async function send(call: Call, transport: Transport): Promise<Response> {
  const wasUnfinished = (await call.intent?.begin(pathOf(call.request), call.body)) ?? false;
  const sending = new Sending(call, transport);
  let hasOutcome = false;
  try {
    const answer = await sending.run();
    hasOutcome = isDefinite(answer);
    return answer.response;
  } finally {
    if (hasOutcome) await call.intent?.settle();
    else if (!wasUnfinished && !sending.mayHaveHappened) await call.intent?.release();
  }
}

function pathOf({ url }: Request): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}
