/** Passwords that tests use, so that the log of a run can be searched for them (scripts/test/log-scan.ts). */
export const PASSWORD = "seven-Lanterns over Sanaa";
export const NEW_PASSWORD = "four-Camels under Marib";

/** 32 bytes of "t" in base64url: the tests' own key, which signs for nobody else. */
export const TEST_KEY = "dHR0dHR0dHR0dHR0dHR0dHR0dHR0dHR0dHR0dHR0dHQ";

/** What no log may have, beside what looks like a secret. */
export const PLANTED_SECRETS: readonly string[] = [PASSWORD, NEW_PASSWORD, TEST_KEY];
