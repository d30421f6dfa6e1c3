import { useState } from "preact/hooks";
import { words } from "../../../i18n/words.ts";
import { FormFailure } from "../../../identity/form-failure.tsx";
import {
  newPasswordFault,
  newPasswordHint,
  refusedPassword,
} from "../../../identity/new-password-error.ts";
import { PasswordField } from "../../../identity/password-field.tsx";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { useCheckedForm } from "../../../ui/use-checked-form.ts";
import { CurrentPassword } from "./current-password.tsx";
import { type ChangeProps, useChange } from "./use-change.ts";

const t = words({
  en: {
    title: "Change your password",
    next: "New password",
    others: "All your other logins end. This one stays.",
    save: "Change the password",
    cancel: "Cancel",
  },
  ar: {
    title: "تغيير كلمة المرور",
    next: "كلمة المرور الجديدة",
    others: "تنتهي كل الجلسات الأخرى، وتبقى هذه.",
    save: "تغيير كلمة المرور",
    cancel: "إلغاء",
  },
});

/** A new password; it ends all other sessions. */
export function ChangePassword({ user, onClose, onDone }: ChangeProps) {
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const { action, send } = useChange(onDone);
  const fault = newPasswordFault(next);
  const { isTried, submit } = useCheckedForm(fault === null && current !== "", () =>
    send({ password: next, current_password: current }),
  );
  return (
    <Dialog title={t().title} onClose={onClose}>
      <form class="form" onSubmit={submit} noValidate>
        <input type="hidden" autocomplete="username" value={user.phone ?? user.id} />
        <CurrentPassword
          value={current}
          onValue={setCurrent}
          isTried={isTried}
          failure={action.failure}
        />
        <PasswordField
          label={t().next}
          value={next}
          onValue={setNext}
          isNew
          hint={newPasswordHint()}
          error={(isTried && fault) || refusedPassword(action.failure)}
        />
        <p class="quiet small">{t().others}</p>
        <FormFailure
          failure={action.failure}
          except={["weak_password", "invalid_request", "wrong_password"]}
        />
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
