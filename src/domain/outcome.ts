/** The result of a service: its value, or the reason for the refusal. */
export type Outcome<T, Code extends string> = Done<T> | Refused<Code>;

export interface Done<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Refused<Code extends string> {
  readonly ok: false;
  readonly code: Code;
  /** A sentence for the user, if the code alone does not say what to do. */
  readonly detail?: string;
  /** When the same request can succeed, if the caller only has to wait. */
  readonly retryAfterSeconds?: number;
}

export function done<T>(value: T): Done<T> {
  return { ok: true, value };
}

export function refuse<Code extends string>(code: Code, detail?: string): Refused<Code> {
  return detail === undefined ? { ok: false, code } : { ok: false, code, detail };
}

/** Refuses a request that can succeed after `retryAfterSeconds`. */
export function refuseForNow<Code extends string>(
  code: Code,
  retryAfterSeconds: number,
): Refused<Code> {
  return { ok: false, code, retryAfterSeconds };
}
