/** The most characters of a passkey's name. */
export const PASSKEY_NAME_MAX = 50;
