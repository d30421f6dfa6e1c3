import { useState } from "preact/hooks";
import { problemOf } from "../../../api/answer.ts";
import { words } from "../../../i18n/words.ts";
import { FormFailure } from "../../../identity/form-failure.tsx";
import { nameFault } from "../../../identity/name-fault.ts";
import { fieldProblem } from "../../../problems/problem-text.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Field } from "../../../ui/field.tsx";
import { useCheckedForm } from "../../../ui/use-checked-form.ts";
import { type ChangeProps, useChange } from "./use-change.ts";

const t = words({
  en: { title: "Change your name", name: "Your name", save: "Save", cancel: "Cancel" },
  ar: { title: "تغيير الاسم", name: "اسمك", save: "حفظ", cancel: "إلغاء" },
});

/** The name that others see a part of. */
export function ChangeName({ user, onClose, onDone }: ChangeProps) {
  const [name, setName] = useState(user.username);
  const { action, send } = useChange(onDone);
  const fault = nameFault(name);
  const problem = problemOf(action.failure);
  const { isTried, submit } = useCheckedForm(fault === null, () => send({ username: name.trim() }));
  return (
    <Dialog title={t().title} onClose={onClose}>
      <form class="form" onSubmit={submit} noValidate>
        <Field
          label={t().name}
          value={name}
          onValue={setName}
          autocomplete="name"
          autofocus
          maxLength={100}
          error={(isTried && fault) || fieldProblem(problem, "/username")}
        />
        <FormFailure failure={action.failure} except={["invalid_request"]} />
        <Button kind="main" type="submit" isBusy={action.isBusy}>
          {t().save}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {t().cancel}
        </Button>
      </form>
    </Dialog>
  );
}
