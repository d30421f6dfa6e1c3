import type { Passkey } from "@mahfaza/client";
import { useState } from "preact/hooks";
import { answerOf } from "../../../api/answer.ts";
import { api } from "../../../api/client.ts";
import { useAction } from "../../../api/use-action.ts";
import { invalidate } from "../../../api/use-data.ts";
import { words } from "../../../i18n/words.ts";
import { FormFailure } from "../../../identity/form-failure.tsx";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Field } from "../../../ui/field.tsx";
import { useCheckedForm } from "../../../ui/use-checked-form.ts";
import { PASSKEY_NAME_MAX } from "./passkey-name.ts";

const t = words({
  en: {
    title: "Rename the passkey",
    name: "Name of the passkey",
    empty: "Enter a name",
    save: "Save",
    cancel: "Cancel",
  },
  ar: {
    title: "تغيير اسم مفتاح المرور",
    name: "اسم المفتاح",
    empty: "أدخل اسمًا",
    save: "حفظ",
    cancel: "إلغاء",
  },
});

interface RenamePasskeyProps {
  readonly passkey: Passkey;
  readonly onClose: () => void;
}

/** The name is for its owner alone; the passkey stays as it is. */
export function RenamePasskey({ passkey, onClose }: RenamePasskeyProps) {
  const [name, setName] = useState(passkey.name);
  const action = useAction();
  const own = name.trim();
  const { isTried, submit } = useCheckedForm(own !== "" && own, (chosen) => {
    const init = { params: { path: { id: passkey.id } }, body: { name: chosen } };
    void action.run(
      () => answerOf(api.PATCH("/v1/factors/passkeys/{id}", init)),
      () => {
        invalidate("factors");
        onClose();
      },
    );
  });
  return (
    <Dialog title={t().title} onClose={onClose}>
      <form class="form" onSubmit={submit} noValidate>
        <Field
          label={t().name}
          value={name}
          onValue={setName}
          autofocus
          maxLength={PASSKEY_NAME_MAX}
          error={isTried && own === "" ? t().empty : null}
        />
        <FormFailure failure={action.failure} />
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
