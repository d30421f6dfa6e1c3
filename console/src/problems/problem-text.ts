import type { Problem } from "@mahfaza/client";

/** What happened, and what to do. */
export interface ProblemText {
  readonly title: string;
  readonly action: string;
}

/** A problem in the words of the person's language. */
export function problemText(problem: Problem): ProblemText {
  return { title: problem.title, action: problem.detail ?? "" };
}

/** What is wrong with one field of a form, by its JSON pointer: `/amount`. Null when nothing is. */
export function fieldProblem(problem: Problem | null, pointer: string): string | null {
  const found = problem?.errors?.find((error) => error.pointer === pointer);
  return found ? found.message : null;
}
