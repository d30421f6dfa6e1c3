import type { Failure } from "../api/answer.ts";
import { plural, words } from "../i18n/words.ts";
import { fieldProblem } from "../problems/problem-text.ts";

/** The fewest characters of a password that the service takes. */
export const PASSWORD_LENGTH_MIN = 10;

const t = words({
  en: {
    hint: `At least ${PASSWORD_LENGTH_MIN} characters. Several words work well.`,
    empty: "Choose a password",
    short: (missing: number) =>
      plural(missing, {
        one: "One character more is needed",
        other: "# more characters are needed",
      }),
    weak: "This password is too easy to guess.",
  },
  ar: {
    hint: "10 أحرف على الأقل. الأفضل عدة كلمات.",
    empty: "اختر كلمة مرور",
    short: (missing: number) =>
      plural(missing, {
        one: "ينقص حرف واحد",
        two: "ينقص حرفان",
        few: "تنقص # أحرف",
        other: "ينقص # حرفًا",
      }),
    weak: "كلمة المرور هذه سهلة التخمين.",
  },
});

/** What a new password needs, said before it is typed. */
export function newPasswordHint(): string {
  return t().hint;
}

/** What is wrong with a password before it is sent; null when the service is to judge it. */
export function newPasswordFault(password: string): string | null {
  const missing = PASSWORD_LENGTH_MIN - [...password].length;
  if (password === "") return t().empty;
  return missing > 0 ? t().short(missing) : null;
}

/** Why the service refused a new password, in words; null when it did not. */
export function refusedPassword(failure: Failure | null, pointer = "/password"): string | null {
  if (failure?.kind !== "problem") return null;
  const reason = fieldProblem(failure.problem, pointer);
  return failure.problem.code === "weak_password" ? `${t().weak} ${reason ?? ""}`.trim() : reason;
}
