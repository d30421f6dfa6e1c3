/**
 * The step of a form that is shown: the one that the address asks for, unless an earlier one is not
 * done. An unknown one is the first.
 */
export function stepFor<S extends string>(
  asked: string | undefined,
  steps: readonly S[],
  isDone: (step: S) => boolean,
): S {
  const first = steps[0] as S;
  if (!steps.includes(asked as S)) return first;
  return steps.find((step) => step === asked || !isDone(step)) ?? first;
}

/** The step before one; null before the first. */
export function stepBefore<S extends string>(step: S, steps: readonly S[]): S | null {
  return steps[steps.indexOf(step) - 1] ?? null;
}

/** The address of a step. The first step's is the plain path. */
export function stepUrl(path: string, step: string | null): string {
  return step === null ? path : `${path}?${new URLSearchParams({ step })}`;
}

/** The address of the receipt of what a form has made. */
export function receiptUrl(path: string, id: string): string {
  return `${path}?${new URLSearchParams({ step: "receipt", id })}`;
}
