/** Passwords that tests use. The log of a test run is searched for them (scripts/test/log-scan.ts). */
export const PASSWORD = "seven-Lanterns over Sanaa";
export const NEW_PASSWORD = "four-Camels under Marib";

/** 32 bytes of "t" in base64url: the tests' own signing key, which no other deployment has. */
export const TEST_KEY = "dHR0dHR0dHR0dHR0dHR0dHR0dHR0dHR0dHR0dHR0dHQ";

/** Values that no log may contain, besides everything that looks like a secret. */
export const PLANTED_SECRETS: readonly string[] = [PASSWORD, NEW_PASSWORD, TEST_KEY];
