import type { Problem } from "@mahfaza/client";
import { problemTable } from "../i18n/problem-table.ts";
import type {
  FieldCode,
  FieldEntry,
  ProblemEntry,
  ProblemTable,
} from "../i18n/problem-texts/table.ts";
import { inChosenDigits, words } from "../i18n/words.ts";
import { passwordReason, problemValues } from "./problem-values.ts";

// Said while the words of the language are not there, and for a code that this page does not know.
const t = words({
  en: {
    title: "This did not work",
    action: "Try again. If it happens again, give support the code below.",
    field: "Check this",
  },
  ar: {
    title: "لم تنجح العملية",
    action: "أعد المحاولة. وإن تكرّر ذلك، فأعطِ الدعم الرمز أدناه.",
    field: "تحقّق من هذا",
  },
});

/** What happened, and what to do. */
export interface ProblemText {
  readonly title: string;
  readonly action: string;
}

/** A problem in the words of the person's language. `waitSeconds` is the answer's Retry-After. */
export function problemText(problem: Problem, waitSeconds: number | null = null): ProblemText {
  const table = problemTable();
  const entry: ProblemEntry | undefined = table?.problems[problem.code];
  if (!table || !entry) return { title: t().title, action: t().action };
  const [title, action] = entry;
  if (typeof action === "string") return { title, action: inChosenDigits(action) };
  return { title, action: action(problemValues(problem, table, waitSeconds)) };
}

/**
 * What is wrong with one field of a form, by its JSON pointer: `/amount`. Null when nothing is. A
 * page that knows better what its field needs shows its own words instead.
 */
export function fieldProblem(problem: Problem | null, pointer: string): string | null {
  const found = problem?.errors?.find((error) => error.pointer === pointer);
  if (!found) return null;
  const table = problemTable();
  return table ? fieldText(found, table) : t().field;
}

interface FieldError {
  readonly code: string;
  readonly message: string;
}

function fieldText({ code, message }: FieldError, table: ProblemTable): string {
  if (code === "weak_password") return passwordReason(message, table);
  const known: FieldEntry | undefined = table.fields[code as FieldCode];
  // The service's own words are English.
  if (known === undefined && table.passwords === null) return message;
  const entry = known ?? table.fields.invalid_value;
  return typeof entry === "string" ? inChosenDigits(entry) : entry(boundIn(message));
}

/** The number in a message of the service, such as "must have at most 280 characters". */
function boundIn(message: string): number | null {
  const digits = /\d+/.exec(message)?.[0];
  return digits === undefined ? null : Number(digits);
}
