export type * from "./bodies.ts";
export { type ClientOptions, createClient } from "./client.ts";
export { ConnectionError } from "./connection-error.ts";
export { type CookieSessionOptions, cookieSession } from "./cookie-session.ts";
export type { Attempt, AttemptResult, Hooks } from "./hooks.ts";
export {
  type Intent,
  IntentMismatchError,
  openIntent,
  type UnfinishedRequest,
} from "./intent.ts";
export {
  type IntentRecord,
  type IntentStore,
  memoryIntentStore,
  type TextStorage,
  webIntentStore,
} from "./intent-store.ts";
export {
  addMoney,
  type CurrencyOrExponent,
  compareMoney,
  exponentOf,
  fromMinor,
  isMoney,
  type Money,
  money,
  toMinor,
} from "./money.ts";
export type {
  BodyOf,
  Client,
  DataOf,
  Init,
  InitArguments,
  Method,
  Operation,
  PathsOf,
  ProblemOf,
  Result,
} from "./operations.ts";
export { endsIntent } from "./outcome.ts";
export { items, type PagedPath, ProblemError, pages } from "./pages.ts";
export { type ErrorCode, isProblem, type Problem } from "./problem.ts";
export { DEFAULT_RETRY, type RetryPolicy } from "./retry-policy.ts";
export type { components, operations, paths } from "./schema.ts";
export type { EndReason, Session } from "./session.ts";
export type { Channel, Locks } from "./tabs.ts";
export {
  memoryTokenStore,
  type TokenSessionOptions,
  type TokenStore,
  tokenSession,
} from "./token-session.ts";
