import { useState } from "preact/hooks";
import { problemOf } from "../../../api/answer.ts";
import { words } from "../../../i18n/words.ts";
import { FormFailure } from "../../../identity/form-failure.tsx";
import { fieldProblem } from "../../../problems/problem-text.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Field } from "../../../ui/field.tsx";
import { CurrentPassword } from "./current-password.tsx";
import { type ChangeProps, useChange } from "./use-change.ts";

const t = words({
  en: {
    title: "E-mail address",
    email: "E-mail address",
    hint: "We verify it with a code, and tell your old address.",
    empty: "Enter an address",
    save: "Save",
    remove: "Remove the address",
    cancel: "Cancel",
  },
  ar: {
    title: "البريد الإلكتروني",
    email: "البريد الإلكتروني",
    hint: "نوثّقه برمز، ونبلّغ عنوانك القديم.",
    empty: "أدخل عنوانًا",
    save: "حفظ",
    remove: "إزالة العنوان",
    cancel: "إلغاء",
  },
});

/** A new e-mail address, or none. */
export function ChangeEmail({ user, onClose, onDone }: ChangeProps) {
  const [email, setEmail] = useState(user.email ?? "");
  const [password, setPassword] = useState("");
  const [isTried, setTried] = useState(false);
  const { action, send } = useChange(onDone);
  const problem = problemOf(action.failure);
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (email.trim() === "" || password === "") return;
    send({ email: email.trim(), current_password: password });
  };
  const remove = () => {
    setTried(true);
    if (password !== "") send({ email: null, current_password: password });
  };
  const empty = isTried && email.trim() === "" ? t().empty : null;
  return (
    <Dialog title={t().title} onClose={onClose}>
      <form class="form" onSubmit={submit} noValidate>
        <div class="ltr-input">
          <Field
            label={t().email}
            type="email"
            value={email}
            onValue={setEmail}
            autocomplete="email"
            autofocus
            maxLength={254}
            hint={t().hint}
            error={empty ?? fieldProblem(problem, "/email")}
          />
        </div>
        <CurrentPassword
          value={password}
          onValue={setPassword}
          isTried={isTried}
          failure={action.failure}
        />
        <FormFailure failure={action.failure} except={["invalid_request", "wrong_password"]} />
        <Button kind="main" type="submit" isBusy={action.isBusy}>
          {t().save}
        </Button>
        {user.email && (
          <Button kind="danger" disabled={action.isBusy} onClick={remove}>
            {t().remove}
          </Button>
        )}
        <Button kind="quiet" onClick={onClose}>
          {t().cancel}
        </Button>
      </form>
    </Dialog>
  );
}
