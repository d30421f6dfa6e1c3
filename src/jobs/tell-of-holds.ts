import { readConfig } from "../env.ts";
import { errorText, logLine } from "../log/log-line.ts";
import { serviceContext } from "../services/context.ts";
import { tellOfDueHolds } from "./run-in-batches.ts";

/** Tells of holds after an alarm has ended some. A failure is logged: the minute job tells, too. */
export async function tellOfHolds(env: Env): Promise<void> {
  try {
    await tellOfDueHolds(serviceContext(env, readConfig(env)));
  } catch (error) {
    console.warn(logLine("holds_not_told", { fault: errorText(error) }));
  }
}
