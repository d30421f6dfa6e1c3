/**
 * What a command says beside ids and an amount, by its kind. Plain data without bigints, because it
 * crosses Durable Objects as JSON.
 */
export type Terms = RefundTerms | HoldTerms | CaptureTerms | ReleaseTerms | AmendmentTerms;

/** Of a refund. */
export interface RefundTerms {
  readonly kind: "refund";
  /**
   * Whether it gives back all that is left. Its amount is then decided by the ledger; that of the
   * command is what was left when the request arrived.
   */
  readonly isAll: boolean;
}

/** Of a hold that is placed. */
export interface HoldTerms {
  readonly kind: "hold";
  /** The hold ends this many seconds after the commit that places it. */
  readonly expiresInSeconds: number;
  /** Whether the payer may void it, too. */
  readonly isPayerVoidable: boolean;
}

/** Of a capture, which pays money of a hold to its payee. */
export interface CaptureTerms {
  readonly kind: "capture";
  /** All that is left of the hold is captured, instead of the command's amount. */
  readonly isAll: boolean;
  /** The hold ends with this capture, and what is left of it is free again. */
  readonly isFinal: boolean;
}

/** Of a void: what is left of the hold is free again. */
export interface ReleaseTerms {
  readonly kind: "release";
}

/** Of an amendment, which raises a hold, extends it, or both. */
export interface AmendmentTerms {
  readonly kind: "amendment";
  /** The command's amount is the hold's new total; otherwise the total stays. */
  readonly isRaise: boolean;
  /** The hold ends this many seconds after the commit that amends it; null: the end stays. */
  readonly expiresInSeconds: number | null;
}

/** Whether the ledger decides the amount, whatever the command's amount is. */
export function isAmountDecided(terms: Terms | undefined): boolean {
  switch (terms?.kind) {
    case "refund":
    case "capture":
      return terms.isAll;
    case "amendment":
      return !terms.isRaise;
    default:
      return terms?.kind === "release";
  }
}
