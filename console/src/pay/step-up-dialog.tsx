import { openStepUp } from "./step-up.ts";

/** Asks for a second factor over the page that needs it. */
export function StepUpDialog() {
  return openStepUp.value && null;
}
