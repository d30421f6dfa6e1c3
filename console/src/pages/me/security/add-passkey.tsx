import { useState } from "preact/hooks";
import { type Answer, codeOf } from "../../../api/answer.ts";
import { api } from "../../../api/client.ts";
import { useAction } from "../../../api/use-action.ts";
import { invalidate } from "../../../api/use-data.ts";
import { words } from "../../../i18n/words.ts";
import type { PasskeyFault } from "../../../identity/passkey-fault.ts";
import { passkeyFaultText } from "../../../identity/passkey-words.ts";
import { makePasskey } from "../../../identity/passkeys.ts";
import { withStepUp } from "../../../pay/with-step-up.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Field } from "../../../ui/field.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { PASSKEY_NAME_MAX } from "./passkey-name.ts";
import { PasswordForm } from "./password-form.tsx";

const t = words({
  en: {
    title: "Add a passkey",
    text: "You then log in with your fingerprint, face or the PIN of this device, without a password.",
    name: "Name of the passkey",
    hint: "So that you recognise it, like “My phone”",
    own: "This device",
    refused: "The passkey was not accepted. Try again, or use another device.",
    submit: "Add a passkey",
    cancel: "Cancel",
  },
  ar: {
    title: "إضافة مفتاح مرور",
    text: "تسجّل الدخول بعدها ببصمتك أو وجهك أو رمز قفل هذا الجهاز، من دون كلمة مرور.",
    name: "اسم المفتاح",
    hint: "لتعرفه لاحقًا، مثل «هاتفي»",
    own: "هذا الجهاز",
    refused: "لم يُقبل مفتاح المرور. أعد المحاولة أو استخدم جهازًا آخر.",
    submit: "إضافة المفتاح",
    cancel: "إلغاء",
  },
});

interface AddPasskeyProps {
  readonly onClose: () => void;
  /** With recovery codes if it is the first factor. */
  readonly onDone: (codes: readonly string[] | null) => void;
}

/** Makes a passkey on this device, or on one that the browser reaches. */
export function AddPasskey({ onClose, onDone }: AddPasskeyProps) {
  const [name, setName] = useState(t().own);
  const [fault, setFault] = useState<PasskeyFault | null>(null);
  const action = useAction();
  const add = (password: string) => {
    setFault(null);
    void action.run(
      () => registered(password, name.trim() || t().own, setFault),
      (codes) => {
        if (codes === undefined) return;
        invalidate("factors");
        onDone(codes);
      },
    );
  };
  const isRefused = codeOf(action.failure) === "passkey_invalid";
  return (
    <Dialog title={t().title} onClose={onClose}>
      <p class="quiet">{t().text}</p>
      <PasswordForm action={action} submit={t().submit} onPassword={add}>
        <Field
          label={t().name}
          value={name}
          onValue={setName}
          hint={t().hint}
          maxLength={PASSKEY_NAME_MAX}
          autocomplete="off"
        />
        {fault && <Notice kind="warn">{passkeyFaultText(fault)}</Notice>}
        {isRefused && <Notice kind="bad">{t().refused}</Notice>}
      </PasswordForm>
      <Button kind="quiet" onClick={onClose}>
        {t().cancel}
      </Button>
    </Dialog>
  );
}

type Codes = readonly string[] | null;

/** The recovery codes of the new passkey, if it brings any; undefined when the browser made none. */
async function registered(
  password: string,
  name: string,
  onFault: (fault: PasskeyFault | null) => void,
): Promise<Answer<Codes | undefined>> {
  const asked = await withStepUp(() =>
    api.POST("/v1/factors/passkeys/options", { body: { password } }),
  );
  if (asked.failure) return asked;
  const { passkey, fault } = await makePasskey(asked.data.options);
  onFault(fault);
  if (!passkey) return { data: undefined, failure: null };
  const added = await withStepUp(() =>
    api.POST("/v1/factors/passkeys", { body: { name, passkey } }),
  );
  return added.failure ? added : { data: added.data.recovery_codes, failure: null };
}
