/** What proves, beside the password, that a person is themselves. */
export const SECOND_FACTORS = ["totp", "passkey", "recovery_code"] as const;
export type SecondFactor = (typeof SECOND_FACTORS)[number];

/** Why an admin removes a person's factors: a closed list, so that no personal data gets into history. */
export const FACTOR_REMOVAL_REASONS = ["owner_request", "suspected_takeover"] as const;
export type FactorRemovalReason = (typeof FACTOR_REMOVAL_REASONS)[number];
