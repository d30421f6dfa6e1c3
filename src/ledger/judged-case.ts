// A case of which the session, the actor and the request were judged before, or need no judgement.
import type { Case } from "./case.ts";

type Named = Pick<Case, "command" | "viaWalletId" | "fromWalletId" | "toWalletId">;

/** The case of a new command of an active session, against which nothing speaks but `facts`. */
export function judgedCase(facts: Named & Partial<Case>): Case {
  return {
    isPosted: false,
    isBlocked: false,
    isSessionActive: true,
    isSuspended: false,
    lacksStepUp: false,
    namesOwnPhone: false,
    recipientCounter: null,
    recentFailures: new Map(),
    counterWalletId: null,
    prior: null,
    ...facts,
  };
}
