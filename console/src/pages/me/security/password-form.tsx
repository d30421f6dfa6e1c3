import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Action } from "../../../api/use-action.ts";
import { FormFailure } from "../../../identity/form-failure.tsx";
import { Button } from "../../../ui/button.tsx";
import { useCheckedForm } from "../../../ui/use-checked-form.ts";
import { CurrentPassword } from "../profile/current-password.tsx";

interface PasswordFormProps {
  readonly action: Action;
  readonly submit: string;
  readonly onPassword: (password: string) => void;
  readonly isDanger?: boolean;
  /** What is asked besides the password. */
  readonly children?: ComponentChildren;
}

/** Asks for the current password before a change that lets somebody in, or that cannot be undone. */
export function PasswordForm(props: PasswordFormProps) {
  const { action, submit, onPassword, isDanger = false, children } = props;
  const [password, setPassword] = useState("");
  const { isTried, submit: send } = useCheckedForm(password !== "" && password, onPassword);
  return (
    <form class="form" onSubmit={send} noValidate>
      {children}
      <CurrentPassword
        value={password}
        onValue={setPassword}
        isTried={isTried}
        failure={action.failure}
      />
      <FormFailure failure={action.failure} except={["wrong_password"]} />
      <Button kind={isDanger ? "danger" : "main"} type="submit" isBusy={action.isBusy}>
        {submit}
      </Button>
    </form>
  );
}
