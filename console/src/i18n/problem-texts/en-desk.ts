import type { ProblemEntries } from "./table.ts";

/** Refusals that operators meet, in English. */
export const EN_DESK = {
  role_required: ["Your role does not allow this", "Nothing was done. Ask an admin."],
  own_account: ["This concerns your own account", "Nothing was done. Another operator must do it."],
  other_operator_required: [
    "A second operator must decide this",
    "Nothing was done. Ask another operator to decide.",
  ],
  proposal_not_found: [
    "The proposal is no longer open",
    "It was decided, or its time is over. Propose it again if it is still wanted.",
  ],
  role_needs_factor: [
    "A role needs a second factor",
    "Nothing was changed. The person must add a factor before, and keep it with the role.",
  ],
  user_not_found: ["There is no such person", "Check the number or the id."],
  wallet_not_frozen: ["The wallet is not frozen", "There is nothing to lift."],
  user_already_suspended: [
    "The account is already suspended",
    "Nothing was changed. Lift the suspension first if you want to change it.",
  ],
  user_not_suspended: ["The account is not suspended", "There is nothing to lift."],
  adjustment_limit_exceeded: [
    "This is above what an operator may adjust",
    "Nothing was done. Propose a smaller amount, wait a day, or ask another admin.",
  ],
  funding_event_not_found: [
    "This event is no longer in suspense",
    "It was resolved. Open the list again.",
  ],
  webhook_signature_invalid: [
    "The signature of the event is not valid",
    "Nothing was done. The sender must sign it with the current secret.",
  ],
  not_reversible: [
    "This cannot be reversed",
    "Nothing was done. Only a successful payment or deposit can, while something of it is left.",
  ],
} as const satisfies Partial<ProblemEntries>;
