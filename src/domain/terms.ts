/** What a command says beside ids and an amount, by its kind. */
export type Terms = RefundTerms;

/** Of a refund. */
export interface RefundTerms {
  readonly kind: "refund";
  /**
   * Whether it gives back all that is left. Its amount is then decided by the ledger; that of the
   * command is what was left when the request arrived.
   */
  readonly isAll: boolean;
}
