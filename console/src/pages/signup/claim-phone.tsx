import { useEffect, useState } from "preact/hooks";
import { answerOf, codeOf } from "../../api/answer.ts";
import { api } from "../../api/client.ts";
import { useAction } from "../../api/use-action.ts";
import { words } from "../../i18n/words.ts";
import { FormFailure } from "../../identity/form-failure.tsx";
import { MessageCode } from "../../identity/message-code.tsx";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { NewPerson, Signup } from "./use-signup.ts";

const t = words({
  en: {
    text: "We have sent a code to this number. It proves that the number is yours, and moves it to your new account.",
    none: "No code comes if its holder has verified the number. It then stays with them.",
    submit: "Open the wallet",
    back: "Back",
    theirs: "The number stays with its holder",
    theirsText: "They have verified it. If that is you, log in or set a new password.",
  },
  ar: {
    text: "أرسلنا رمزًا إلى هذا الرقم. يثبت الرمز أن الرقم لك وينقله إلى حسابك الجديد.",
    none: "لا يصل رمز إن كان صاحب الرقم قد وثّقه، فيبقى له.",
    submit: "فتح المحفظة",
    back: "رجوع",
    theirs: "يبقى الرقم لصاحبه",
    theirsText: "صاحب الرقم وثّقه. إن كنت أنت صاحبه، فسجّل الدخول أو عيّن كلمة مرور جديدة.",
  },
});

interface ClaimPhoneProps {
  readonly signup: Signup;
  readonly person: NewPerson;
  readonly onGiveUp: () => void;
}

/** Proves by a code that a registered but unverified phone belongs to the new person. */
export function ClaimPhone({ signup, person, onGiveUp }: ClaimPhoneProps) {
  const [claim, setClaim] = useState<string | null>(null);
  const sending = useAction();
  const ask = () =>
    void sending.run(
      () => answerOf(api.POST("/v1/auth/phone-claims", { body: { phone: person.phone } })),
      (asked) => setClaim(asked.claim),
    );
  useEffect(ask, []);
  const { action } = signup;
  const isTheirs = codeOf(action.failure) === "phone_taken";
  return (
    <div class="form">
      {claim !== null && (
        <>
          <p>
            {t().text} <bdi class="num">{person.phone}</bdi>
          </p>
          <p class="quiet small">{t().none}</p>
          {isTheirs && (
            <Notice kind="bad" title={t().theirs}>
              {t().theirsText}
            </Notice>
          )}
          <MessageCode
            action={action}
            except={["phone_taken"]}
            submit={t().submit}
            onCode={(code) => signup.submit({ ...person, phone_claim: { claim, code } })}
            sending={sending}
            onResend={ask}
          />
        </>
      )}
      {claim === null && <FormFailure failure={sending.failure} onAgain={ask} />}
      <Button kind="quiet" onClick={onGiveUp}>
        {t().back}
      </Button>
    </div>
  );
}
