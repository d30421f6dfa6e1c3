/** The longest name of a wallet that the service takes. */
export const LABEL_LENGTH_MAX = 50;
