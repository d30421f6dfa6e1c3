/**
 * What a command asks beside its amount, sides and links. Plain data without bigints, because it
 * crosses Durable Objects as JSON.
 */
export type Terms = HoldTerms | CaptureTerms | ReleaseTerms | AmendmentTerms;

/** A hold is placed. */
export interface HoldTerms {
  readonly kind: "hold";
  /** The hold ends this many seconds after the commit that places it. */
  readonly expiresInSeconds: number;
  /** Whether the payer may void it, too. */
  readonly isPayerVoidable: boolean;
}

/** Money of a hold is paid to its payee. */
export interface CaptureTerms {
  readonly kind: "capture";
  /** All that is left of the hold is captured, instead of the command's amount. */
  readonly isRest: boolean;
  /** The hold ends with this capture, and what is left of it is free again. */
  readonly isFinal: boolean;
}

/** A hold is voided: what is left of it is free again. */
export interface ReleaseTerms {
  readonly kind: "release";
}

/** A hold is raised, extended, or both. */
export interface AmendmentTerms {
  readonly kind: "amendment";
  /** The command's amount is the hold's new total; otherwise the total stays. */
  readonly isRaise: boolean;
  /** The hold ends this many seconds after the commit that amends it; null: the end stays. */
  readonly expiresInSeconds: number | null;
}

/** Whether the ledger takes the amount from the hold, whatever the command's amount is. */
export function isAmountOfHold(terms: Terms | undefined): boolean {
  if (terms?.kind === "capture") return terms.isRest;
  if (terms?.kind === "amendment") return !terms.isRaise;
  return terms?.kind === "release";
}
