/**
 * What a failed database call says about its request:
 * - none: nothing has happened that the caller could notice, whether or not the call was executed.
 * - possible: the call may have been committed.
 * - earlier: an earlier call of the request has changed something.
 */
export type StatementEffect = "none" | "possible" | "earlier";

/** A failed database call whose effect is known; `cause` is the error. */
export class StatementFailed extends Error {
  readonly effect: StatementEffect;

  constructor(effect: StatementEffect, cause: unknown) {
    super(`a database call failed (effect: ${effect})`, { cause });
    this.name = "StatementFailed";
    this.effect = effect;
  }
}

/**
 * Awaits a call that has no effect which its caller could notice: it counts an attempt, records a
 * refusal, or stores a challenge that nobody has received. Use it only before the request's own
 * change.
 */
export async function withoutEffect<T>(call: PromiseLike<T>): Promise<T> {
  try {
    return await call;
  } catch (cause) {
    throw new StatementFailed("none", cause);
  }
}

/** Awaits a call, also a read, that follows a change which this request has made. */
export async function afterEffect<T>(call: PromiseLike<T>): Promise<T> {
  try {
    return await call;
  } catch (cause) {
    throw new StatementFailed("earlier", cause);
  }
}

// SELECT … FOR UPDATE locks rows and changes none. A column such as updated_at is another word.
const LOCK = /\bFOR\s+(NO\s+KEY\s+)?UPDATE\b/gi;
const READ = /^\s*(WITH|SELECT)\b/i;
const WRITE = /\b(INSERT|UPDATE|DELETE|MERGE|TRUNCATE|CREATE|ALTER|DROP)\b/i;

/**
 * The effect of SQL text whose outcome is unknown. A text that cannot be told for certain is taken
 * for a write.
 */
export function effectOfSql(text: string): StatementEffect {
  return READ.test(text) && !WRITE.test(text.replace(LOCK, "")) ? "none" : "possible";
}
