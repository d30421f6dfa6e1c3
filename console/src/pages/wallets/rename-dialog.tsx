import type { Wallet } from "@mahfaza/client";
import { useState } from "preact/hooks";
import { problemOf } from "../../api/answer.ts";
import { api } from "../../api/client.ts";
import { useAction } from "../../api/use-action.ts";
import { invalidate } from "../../api/use-data.ts";
import { words } from "../../i18n/words.ts";
import { withStepUp } from "../../pay/with-step-up.ts";
import { FailureNotice } from "../../problems/failure-notice.tsx";
import { fieldProblem } from "../../problems/problem-text.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { LABEL_LENGTH_MAX } from "./label-length.ts";

const t = words({
  en: {
    title: "Rename the wallet",
    label: "Name",
    hint: "For you alone. Leave it empty to use the currency’s name.",
    save: "Save the name",
  },
  ar: {
    title: "تغيير اسم المحفظة",
    label: "الاسم",
    hint: "لك وحدك. إن تركته فارغًا، سُمّيت باسم عملتها.",
    save: "حفظ الاسم",
  },
});

interface RenameDialogProps {
  readonly wallet: Wallet;
  readonly onClose: () => void;
}

/** Gives a wallet another name, or none. */
export function RenameDialog({ wallet, onClose }: RenameDialogProps) {
  const [label, setLabel] = useState(wallet.label ?? "");
  const { run, isBusy, failure } = useAction();
  const fieldError = fieldProblem(problemOf(failure), "/label");
  const submit = (event: Event) => {
    event.preventDefault();
    void run(
      () =>
        withStepUp(() =>
          api.PATCH("/v1/wallets/{id}", {
            params: { path: { id: wallet.id } },
            body: { label: label.trim() || null },
          }),
        ),
      () => {
        invalidate("wallet");
        onClose();
      },
    );
  };
  return (
    <Dialog title={t().title} onClose={onClose}>
      <form class="stack" onSubmit={submit}>
        <Field
          label={t().label}
          hint={t().hint}
          value={label}
          onValue={setLabel}
          autocomplete="off"
          maxLength={LABEL_LENGTH_MAX}
          error={fieldError}
          autofocus
        />
        {failure && fieldError === null && <FailureNotice failure={failure} />}
        <Button kind="main" type="submit" isBusy={isBusy}>
          {t().save}
        </Button>
      </form>
    </Dialog>
  );
}
