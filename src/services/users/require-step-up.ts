import { type Outcome, refuse } from "../../domain/outcome.ts";
import type { Caller } from "../caller.ts";
import type { ServiceContext } from "../context.ts";
import { type ProvenProfile, readProfile } from "./read-profile.ts";

/** The caller's profile, of whoever has proven a second factor lately or has none. */
export async function requireStepUp(
  ctx: Pick<ServiceContext, "db">,
  caller: Caller,
): Promise<Outcome<ProvenProfile, "session_ended" | "step_up_required">> {
  const profile = await readProfile(ctx, caller);
  return profile.ok && profile.value.lacksStepUp ? refuse("step_up_required") : profile;
}
