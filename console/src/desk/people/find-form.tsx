import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { problemOf } from "../../api/answer.ts";
import { api } from "../../api/client.ts";
import { useAction } from "../../api/use-action.ts";
import { words } from "../../i18n/words.ts";
import { fieldProblem } from "../../problems/problem-text.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { act } from "../proven.ts";
import { DeskFailure } from "../ui/desk-failure.tsx";
import { keepFound } from "./found.ts";
import { readWho } from "./read-who.ts";

const t = words({
  en: {
    label: "Find a person or a transaction",
    hint: "A phone number, or an id that begins with usr_ or txn_. The person’s audit log records the look-up.",
    neither: "Enter a phone number, or an id that begins with usr_ or txn_",
    find: "Find",
  },
  ar: {
    label: "ابحث عن شخص أو عملية",
    hint: "رقم هاتف، أو معرّف يبدأ بـ \u2066usr_\u2069 أو \u2066txn_\u2069. يُسجَّل الاطلاع في سجل أحداث الشخص.",
    neither: "أدخل رقم هاتف، أو معرّفًا يبدأ بـ \u2066usr_\u2069 أو \u2066txn_\u2069",
    find: "بحث",
  },
});

/** Finds a person by phone or id, or a transaction by id, and opens their page. */
export function FindForm() {
  const { route } = useLocation();
  const [typed, setTyped] = useState("");
  const [isNeither, setNeither] = useState(false);
  const { run, fail, isBusy, failure } = useAction();
  const find = (phone: string) =>
    run(
      () => act(() => api.POST("/v1/admin/users/find", { body: { phone } })),
      (account) => {
        keepFound(account);
        route(`/desk/people/${account.id}`);
      },
    );
  const submit = (event: Event) => {
    event.preventDefault();
    const who = readWho(typed);
    setNeither(who === null);
    fail(null);
    if (who?.kind === "phone") void find(who.phone);
    else if (who) route(`/desk/${who.kind === "person" ? "people" : "transactions"}/${who.id}`);
  };
  const wrong = fieldProblem(problemOf(failure), "/phone");
  return (
    <form class="find card" onSubmit={submit} noValidate>
      <Field
        label={t().label}
        hint={t().hint}
        error={isNeither ? t().neither : wrong}
        value={typed}
        onValue={setTyped}
        type="search"
        autocomplete="off"
        spellcheck={false}
      />
      <Button type="submit" kind="main" isBusy={isBusy}>
        {t().find}
      </Button>
      {failure && !wrong && <DeskFailure failure={failure} />}
    </form>
  );
}
