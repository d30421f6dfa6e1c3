export { auditEvents } from "./audit-events.ts";
export { currencies } from "./currencies.ts";
export { entries } from "./entries.ts";
export { guessCounters } from "./guess-counters.ts";
export { idempotencyKeys } from "./idempotency-keys.ts";
export { refreshTokens, sessions } from "./sessions.ts";
export { transactions } from "./transactions.ts";
export { users } from "./users.ts";
export { wallets } from "./wallets.ts";
