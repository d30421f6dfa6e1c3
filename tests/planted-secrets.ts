/** The passwords that tests use. The log of each run is searched for them (scripts/test/log-scan.ts). */
export const PASSWORD = "seven-Lanterns over Sanaa";
export const NEW_PASSWORD = "four-Camels under Marib";

/** The tests' signing key: 32 bytes of "t" in base64url. */
export const TEST_KEY = "dHR0dHR0dHR0dHR0dHR0dHR0dHR0dHR0dHR0dHR0dHQ";

/**
 * Values that must not be in any log. The search also looks for everything that has the form of a
 * secret.
 */
export const PLANTED_SECRETS: readonly string[] = [PASSWORD, NEW_PASSWORD, TEST_KEY];
