/** What a verb answers: its value, or the reason why the domain says no. */
export type Outcome<T, Code extends string> = Done<T> | Refused<Code>;

export interface Done<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Refused<Code extends string> {
  readonly ok: false;
  readonly code: Code;
  /** A sentence for the person, where the code alone does not tell what to do. */
  readonly detail?: string;
  /** When the same may be asked again, where waiting is all it takes. */
  readonly retryAfterSeconds?: number;
}

export function done<T>(value: T): Done<T> {
  return { ok: true, value };
}

export function refuse<Code extends string>(code: Code, detail?: string): Refused<Code> {
  return detail === undefined ? { ok: false, code } : { ok: false, code, detail };
}

/** A refusal that waiting cures. */
export function refuseForNow<Code extends string>(
  code: Code,
  retryAfterSeconds: number,
): Refused<Code> {
  return { ok: false, code, retryAfterSeconds };
}
