import type { components, HoldTransaction } from "@mahfaza/client";

/** What the service would do to a hold, or to the money that is to be reserved. */
export type HoldPreview = components["schemas"]["HoldTransactionPreview"];

/** The answer to an act on a hold: what was done, or would be. */
export type HoldAnswer = HoldPreview | HoldTransaction;
