import "../browser.ts";
import type { ErrorCode, Problem } from "@mahfaza/client";
import { beforeEach, describe, expect, it } from "vitest";
import { type Language, language } from "../../../../../console/src/i18n/language.ts";
import { loadProblemTable } from "../../../../../console/src/i18n/problem-table.ts";
import { fieldProblem, problemText } from "../../../../../console/src/problems/problem-text.ts";
import { ERROR_CODES } from "../../../../../src/contract/error-codes.ts";

const problem = (code: ErrorCode, more: Partial<Problem> = {}) =>
  ({ code, title: "Title", status: 422, type: "", request_id: "1", ...more }) as Problem;

async function speak(next: Language) {
  language.value = next;
  await loadProblemTable();
}

const plain = (text: string) => text.replace(/[\u2066\u2069]/g, "").replaceAll("\u00a0", " ");
const actionOf = (...given: Parameters<typeof problemText>) => plain(problemText(...given).action);

describe("a language whose words are not loaded yet", () => {
  it.each([
    ["en", /^[\x20-\x7e]+$/],
    ["ar", /^[^A-Za-z]+$/],
  ] as const)("%s has a sentence of its own for every problem", (next, script) => {
    language.value = next;
    const { title, action } = problemText(problem("insufficient_funds"));
    expect(title).toMatch(script);
    expect(action).toMatch(script);
  });
});

describe.each(["en", "ar"] as const)("the words of problems in %s", (next) => {
  beforeEach(() => speak(next));

  it.each(ERROR_CODES)("%s says what happened and what to do", (code) => {
    const { title, action } = problemText(problem(code));
    expect(title.length).toBeGreaterThan(5);
    expect(title).not.toMatch(/[.!_]|undefined|null/);
    expect(action).toMatch(/[.?]$/);
    expect(action).not.toMatch(/!|_|undefined|null|\bNaN\b/);
  });

  it("of a code that the page does not know are general ones", () => {
    const { title } = problemText(problem("code_of_tomorrow" as ErrorCode));
    expect(title).not.toBe("Title");
  });
});

describe("values in the words", () => {
  beforeEach(() => speak("en"));

  it("say what is left of a limit and when it begins again", () => {
    const exceeded_limit = {
      name: "out_day_sum",
      limit: "250000.00",
      remaining: "100.00",
      resets_at: "2026-11-28T21:00:00.000Z",
      currency: "YEM",
    } as NonNullable<Problem["exceeded_limit"]>;
    const text = actionOf(problem("limit_exceeded", { exceeded_limit }));
    expect(text).toContain("You can pay 250,000.00 YEM a day. 100.00 YEM is left.");
    expect(text).toMatch(/It resets on .*28 Nov|It resets on .*29 Nov/);
  });

  it("count payments and not money where the limit is a number of payments", () => {
    const exceeded_limit = {
      name: "out_day_count",
      limit: "20",
      remaining: "0",
      resets_at: null,
      currency: "YEM",
    } as NonNullable<Problem["exceeded_limit"]>;
    const text = actionOf(problem("limit_exceeded", { exceeded_limit }));
    expect(text).toBe("Nothing was taken. You can make 20 payments a day, and you have made them.");
  });

  it("say what is left of a hold in the currency of the refused capture", () => {
    const transaction = { currency: "YEM" } as NonNullable<Problem["transaction"]>;
    const given = { capturable: "300.00", transaction } as Partial<Problem>;
    expect(actionOf(problem("capture_exceeds_hold", given))).toContain("300.00 YEM is left of it.");
  });

  it("say what can still be given back", () => {
    const given = { refundable: "50.00" } as Partial<Problem>;
    expect(actionOf(problem("refund_exceeds_original", given))).toContain("refund 50.00.");
  });

  it("name the currencies in which the recipient can be paid", () => {
    const text = actionOf(problem("recipient_not_found", { currencies: ["SAR", "YEM"] }));
    expect(text).toContain("You can pay them in Saudi Riyal or Yemeni Rial.");
  });

  it.each([
    [1, "1 second."],
    [59, "59 seconds."],
    [60, "1 minute."],
    [61, "2 minutes."],
    [5400, "90 minutes."],
    [5401, "2 hours."],
  ])("say when to try again after Retry-After: %i", (seconds, wait) => {
    expect(actionOf(problem("rate_limited"), seconds)).toContain(`Try again in ${wait}`);
  });

  it("decline the wait in Arabic", async () => {
    await speak("ar");
    expect(actionOf(problem("service_busy"), 120)).toContain("بعد دقيقتين.");
    expect(actionOf(problem("service_busy"), 300)).toContain("بعد 5 دقائق.");
  });

  it("say why a password is weak, sentence by sentence", async () => {
    const detail = "Avoid recent years. Add more words that are less common.";
    expect(actionOf(problem("weak_password", { detail }))).toBe(detail);
    await speak("ar");
    expect(actionOf(problem("weak_password", { detail }))).toBe(
      "تجنّب السنوات القريبة. أضف كلمات أخرى أقل شيوعًا.",
    );
  });
});

describe("a field's problem", () => {
  const invalid = (code: string, message: string) =>
    problem("invalid_request", {
      errors: [{ in: "body", pointer: "/note", code, message }],
    } as Partial<Problem>);

  it("is null without a problem, and for another field", () => {
    expect(fieldProblem(null, "/note")).toBeNull();
    expect(fieldProblem(invalid("required", "is required"), "/amount")).toBeNull();
  });

  it("has the bound that the service names", async () => {
    const long = invalid("too_long", "must have at most 280 characters");
    await speak("en");
    expect(fieldProblem(long, "/note")).toBe("At most 280 characters");
    await speak("ar");
    expect(fieldProblem(long, "/note")).toBe("280 حرفًا على الأكثر");
  });

  it("with an unknown code is the service's own English, and a general sentence in Arabic", async () => {
    const unknown = invalid("of_tomorrow", "must be new");
    await speak("en");
    expect(fieldProblem(unknown, "/note")).toBe("must be new");
    await speak("ar");
    expect(fieldProblem(unknown, "/note")).toBe("هذه القيمة غير ممكنة");
  });
});
