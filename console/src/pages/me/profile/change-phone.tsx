import { useState } from "preact/hooks";
import { answerOf, codeOf, problemOf } from "../../../api/answer.ts";
import { api } from "../../../api/client.ts";
import { words } from "../../../i18n/words.ts";
import { FormFailure } from "../../../identity/form-failure.tsx";
import { MessageCode } from "../../../identity/message-code.tsx";
import { PhoneField } from "../../../identity/phone-field.tsx";
import { useAction } from "../../../identity/use-action.ts";
import { fieldProblem } from "../../../problems/problem-text.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { CurrentPassword } from "./current-password.tsx";
import { type ChangeProps, useChange } from "./use-change.ts";

const t = words({
  en: {
    title: "Phone number",
    phone: "New phone number",
    empty: "Enter a number",
    invalid: "This is not a phone number",
    told: "From now on you log in with the new number. We tell the old one.",
    taken: "This number has an account already",
    takenText: "Nothing was changed. If the number is yours, prove it with a code.",
    prove: "Send a code to the number",
    sent: "If nobody has verified the number, a code is on its way there:",
    theirs: "The number stays with its holder, who has verified it.",
    save: "Save",
    confirm: "Move the number to my account",
    cancel: "Cancel",
  },
  ar: {
    title: "رقم الهاتف",
    phone: "رقم الهاتف الجديد",
    empty: "أدخل رقمًا",
    invalid: "هذا ليس رقم هاتف",
    told: "ستسجّل الدخول بالرقم الجديد من الآن، ونبلّغ الرقم القديم.",
    taken: "لهذا الرقم حساب بالفعل",
    takenText: "لم يتغيّر شيء. إن كان الرقم لك فأثبت ذلك برمز.",
    prove: "إرسال رمز إلى الرقم",
    sent: "إن لم يوثّق أحد هذا الرقم، فالرمز في الطريق إليه:",
    theirs: "يبقى الرقم لصاحبه، فقد وثّقه.",
    save: "حفظ",
    confirm: "نقل الرقم إلى حسابي",
    cancel: "إلغاء",
  },
});

/** A new phone number; one that somebody else has unverified is proven by a code. */
export function ChangePhone({ onClose, onDone }: ChangeProps) {
  const [phone, setPhone] = useState("");
  const [password, setPassword] = useState("");
  const [isChecked, setChecked] = useState(false);
  const [claim, setClaim] = useState<string | null>(null);
  const { action, send } = useChange(onDone);
  const sending = useAction();
  const change = { phone: phone.trim(), current_password: password };
  const submit = (event: Event) => {
    event.preventDefault();
    setChecked(true);
    if (change.phone !== "" && password !== "") send(change);
  };
  const prove = () =>
    void sending.run(
      () => answerOf(api.POST("/v1/auth/phone-claims", { body: { phone: change.phone } })),
      (asked) => {
        action.fail(null);
        setClaim(asked.claim);
      },
    );
  const problem = problemOf(action.failure);
  const isTaken = codeOf(action.failure) === "phone_taken";
  const isInvalid = fieldProblem(problem, "/phone") !== null && !isTaken;
  const empty = isChecked && change.phone === "" ? t().empty : null;
  if (claim !== null) {
    return (
      <Dialog title={t().title} onClose={onClose}>
        <p class="quiet">
          {t().sent} <bdi class="num">{change.phone}</bdi>
        </p>
        {isTaken && <Notice kind="bad">{t().theirs}</Notice>}
        <MessageCode
          action={action}
          except={["phone_taken"]}
          submit={t().confirm}
          onCode={(code) => send({ ...change, phone_claim: { claim, code } })}
          sending={sending}
          onResend={prove}
        />
        <Button kind="quiet" onClick={onClose}>
          {t().cancel}
        </Button>
      </Dialog>
    );
  }
  return (
    <Dialog title={t().title} onClose={onClose}>
      <form class="form" onSubmit={submit} noValidate>
        <PhoneField
          label={t().phone}
          value={phone}
          onValue={setPhone}
          autocomplete="tel"
          hasExample
          error={empty ?? (isInvalid ? t().invalid : null)}
        />
        <CurrentPassword
          value={password}
          onValue={setPassword}
          isChecked={isChecked}
          failure={action.failure}
        />
        {isTaken ? (
          <>
            <Notice kind="bad" title={t().taken}>
              {t().takenText}
            </Notice>
            <FormFailure failure={sending.failure} />
            <Button isBusy={sending.isBusy} onClick={prove}>
              {t().prove}
            </Button>
          </>
        ) : (
          <p class="quiet small">{t().told}</p>
        )}
        <FormFailure
          failure={action.failure}
          except={["invalid_request", "wrong_password", "phone_taken"]}
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
