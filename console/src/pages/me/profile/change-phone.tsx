import { useState } from "preact/hooks";
import { answerOf, codeOf, problemOf } from "../../../api/answer.ts";
import { api } from "../../../api/client.ts";
import { type Action, useAction } from "../../../api/use-action.ts";
import { words } from "../../../i18n/words.ts";
import { FormFailure } from "../../../identity/form-failure.tsx";
import { MessageCode } from "../../../identity/message-code.tsx";
import { PhoneField } from "../../../identity/phone-field.tsx";
import { fieldProblem } from "../../../problems/problem-text.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { useCheckedForm } from "../../../ui/use-checked-form.ts";
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

/** A new phone number. A number that another account has and has not verified is proven by a code. */
export function ChangePhone({ onClose, onDone }: ChangeProps) {
  const [phone, setPhone] = useState("");
  const [password, setPassword] = useState("");
  const [claim, setClaim] = useState<string | null>(null);
  const { action, send } = useChange(onDone);
  const sending = useAction();
  const change = { phone: phone.trim(), current_password: password };
  const prove = () =>
    void sending.run(
      () => answerOf(api.POST("/v1/auth/phone-claims", { body: { phone: change.phone } })),
      (asked) => {
        action.fail(null);
        setClaim(asked.claim);
      },
    );
  const own = { action, sending, onProve: prove };
  return (
    <Dialog title={t().title} onClose={onClose}>
      {claim === null ? (
        <PhoneForm
          {...own}
          phone={phone}
          onPhone={setPhone}
          password={password}
          onPassword={setPassword}
          onSave={() => send(change)}
        />
      ) : (
        <ProvePhone
          {...own}
          phone={change.phone}
          onCode={(code) => send({ ...change, phone_claim: { claim, code } })}
        />
      )}
      <Button kind="quiet" onClick={onClose}>
        {t().cancel}
      </Button>
    </Dialog>
  );
}

interface PartProps {
  readonly phone: string;
  /** The change itself. */
  readonly action: Action;
  /** The sending of a code. */
  readonly sending: Action;
  readonly onProve: () => void;
}

interface PhoneFormProps extends PartProps {
  readonly onPhone: (typed: string) => void;
  readonly password: string;
  readonly onPassword: (typed: string) => void;
  readonly onSave: () => void;
}

function PhoneForm(props: PhoneFormProps) {
  const { phone, onPhone, password, onPassword, action, sending, onProve, onSave } = props;
  const isEmpty = phone.trim() === "";
  const isTaken = codeOf(action.failure) === "phone_taken";
  const isInvalid = fieldProblem(problemOf(action.failure), "/phone") !== null && !isTaken;
  const { isTried, submit } = useCheckedForm(!isEmpty && password !== "", onSave);
  return (
    <form class="form" onSubmit={submit} noValidate>
      <PhoneField
        label={t().phone}
        value={phone}
        onValue={onPhone}
        autocomplete="tel"
        hasExample
        error={isTried && isEmpty ? t().empty : isInvalid ? t().invalid : null}
      />
      <CurrentPassword
        value={password}
        onValue={onPassword}
        isTried={isTried}
        failure={action.failure}
      />
      {isTaken ? (
        <Taken sending={sending} onProve={onProve} />
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
    </form>
  );
}

/** Another account has the number: the person can prove that it is theirs. */
function Taken({ sending, onProve }: Pick<PartProps, "sending" | "onProve">) {
  return (
    <>
      <Notice kind="bad" title={t().taken}>
        {t().takenText}
      </Notice>
      <FormFailure failure={sending.failure} />
      <Button isBusy={sending.isBusy} onClick={onProve}>
        {t().prove}
      </Button>
    </>
  );
}

interface ProvePhoneProps extends PartProps {
  readonly onCode: (code: string) => void;
}

function ProvePhone({ phone, action, sending, onProve, onCode }: ProvePhoneProps) {
  return (
    <>
      <p class="quiet">
        {t().sent} <bdi class="num">{phone}</bdi>
      </p>
      {codeOf(action.failure) === "phone_taken" && <Notice kind="bad">{t().theirs}</Notice>}
      <MessageCode
        action={action}
        except={["phone_taken"]}
        submit={t().confirm}
        onCode={onCode}
        sending={sending}
        onResend={onProve}
      />
    </>
  );
}
