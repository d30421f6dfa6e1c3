import { useState } from "preact/hooks";
import { codeOf } from "../api/answer.ts";
import type { Action } from "../api/use-action.ts";
import { readTypedCode } from "../i18n/typed-code.ts";
import { words } from "../i18n/words.ts";
import { Button } from "../ui/button.tsx";
import { CodeField } from "./code-field.tsx";
import { FormFailure } from "./form-failure.tsx";
import { type Proof, TOTP_DIGITS } from "./proof.ts";

const t = words({
  en: {
    totp: "Code from your authenticator app",
    totpHint: "Six digits. They change every 30 seconds.",
    totpForm: "Enter the six digits that the app shows",
    totpWrong: "This code is wrong or already used. Wait for the next one.",
    recovery_code: "Recovery code",
    recoveryHint: "One of the codes that you kept. Each works once.",
    recoveryForm: "Enter one of your recovery codes",
    recoveryWrong: "This code is wrong or already used. Try another one.",
    confirm: "Confirm",
  },
  ar: {
    totp: "الرمز من تطبيق المصادقة",
    totpHint: "ستة أرقام تتغيّر كل 30 ثانية.",
    totpForm: "أدخل الأرقام الستة الظاهرة في التطبيق",
    totpWrong: "الرمز خاطئ أو سبق استخدامه. انتظر الرمز التالي.",
    recovery_code: "رمز الاسترداد",
    recoveryHint: "أحد الرموز التي احتفظت بها. يصلح كل رمز مرة واحدة.",
    recoveryForm: "أدخل أحد رموز الاسترداد",
    recoveryWrong: "الرمز خاطئ أو سبق استخدامه. جرّب رمزًا آخر.",
    confirm: "تأكيد",
  },
});

interface ProofCodeProps {
  readonly method: "totp" | "recovery_code";
  readonly action: Action;
  readonly onProof: (proof: Proof) => void;
}

/** A code of the authenticator app, or a recovery code. */
export function ProofCode({ method, action, onProof }: ProofCodeProps) {
  const [typed, setTyped] = useState("");
  const [isMisshapen, setMisshapen] = useState(false);
  const isTotp = method === "totp";
  const isWrong = codeOf(action.failure) === "second_factor_wrong";
  const submit = (event: Event) => {
    event.preventDefault();
    const proof = proofOf(method, typed);
    setMisshapen(proof === null);
    if (proof) onProof(proof);
    else action.fail(null);
  };
  const wrong = isTotp ? t().totpWrong : t().recoveryWrong;
  const form = isTotp ? t().totpForm : t().recoveryForm;
  return (
    <form class="form" onSubmit={submit} noValidate>
      <CodeField
        label={t()[method]}
        value={typed}
        onValue={(value) => {
          setTyped(value);
          setMisshapen(false);
        }}
        hasLetters={!isTotp}
        hint={isTotp ? t().totpHint : t().recoveryHint}
        error={isMisshapen ? form : isWrong ? wrong : null}
      />
      <FormFailure failure={action.failure} except={["second_factor_wrong"]} />
      <Button kind="main" type="submit" isBusy={action.isBusy}>
        {t().confirm}
      </Button>
    </form>
  );
}

function proofOf(method: "totp" | "recovery_code", typed: string): Proof | null {
  if (method === "recovery_code") return typed.trim() === "" ? null : { recovery_code: typed };
  const code = readTypedCode(typed, TOTP_DIGITS);
  return code === null ? null : { code };
}
