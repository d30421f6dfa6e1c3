/** The settings that turn the tests' deployment into one that is valid for production. */
export const PRODUCTION = {
  ENVIRONMENT: "production",
  NEON_GATEWAY: undefined,
  LIMITS_PROFILE: "production",
  PASSWORD_SCRYPT: "ln=14,r=8,p=5",
  MESSAGE_WEBHOOK_URL: "https://messages.example/send",
  FUNDING_PAYOUT_URL: "https://payouts.example/payouts",
};
