import { useState } from "preact/hooks";
import { answerOf, codeOf } from "../../api/answer.ts";
import { api } from "../../api/client.ts";
import { useAction } from "../../api/use-action.ts";
import { words } from "../../i18n/words.ts";
import { FormFailure } from "../../identity/form-failure.tsx";
import { PhoneField } from "../../identity/phone-field.tsx";
import { typedPhone } from "../../identity/typed-phone.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { useCheckedForm } from "../../ui/use-checked-form.ts";
import { type AskedReset, askedReset } from "./asked-reset.ts";
import { resetContact } from "./reset-contact.ts";

const t = words({
  en: {
    text: "We send a code to your verified number or e-mail address.",
    email: "E-mail address",
    byEmail: "Use an e-mail address",
    byPhone: "Use the phone number",
    empty: "Enter your number or address",
    invalid: "Check the number or the address",
    submit: "Send the code",
  },
  ar: {
    text: "نرسل رمزًا إلى رقمك أو بريدك الموثّق.",
    email: "البريد الإلكتروني",
    byEmail: "استخدام البريد الإلكتروني",
    byPhone: "استخدام رقم الهاتف",
    empty: "أدخل رقمك أو عنوانك",
    invalid: "تحقّق من الرقم أو العنوان",
    submit: "إرسال الرمز",
  },
});

interface AskResetProps {
  readonly onAsked: (asked: AskedReset) => void;
}

/** Asks for a code. The answer is the same for every contact. */
export function AskReset({ onAsked }: AskResetProps) {
  const [isByPhone, setByPhone] = useState(true);
  const [email, setEmail] = useState("");
  const action = useAction();
  const contact = (isByPhone ? typedPhone.value : email).trim();
  const { isTried, submit } = useCheckedForm(contact !== "" && contact, (to) => {
    const body = resetContact(to);
    void action.run(
      () => answerOf(api.POST("/v1/auth/password-reset", { body })),
      (answer) => onAsked(askedReset(to, answer, Date.now())),
    );
  });
  const isInvalid = codeOf(action.failure) === "invalid_request";
  const error = isTried && contact === "" ? t().empty : isInvalid ? t().invalid : null;
  return (
    <form class="form" onSubmit={submit} noValidate>
      <p class="quiet">{t().text}</p>
      {isByPhone ? (
        <PhoneField
          value={typedPhone.value}
          onValue={(value) => {
            typedPhone.value = value;
          }}
          autocomplete="tel"
          error={error}
        />
      ) : (
        <div class="ltr-input">
          <Field
            label={t().email}
            type="email"
            name="email"
            autocomplete="email"
            maxLength={254}
            value={email}
            onValue={setEmail}
            error={error}
          />
        </div>
      )}
      <FormFailure failure={action.failure} except={["invalid_request"]} />
      <Button kind="main" type="submit" isBusy={action.isBusy}>
        {t().submit}
      </Button>
      <Button kind="quiet" onClick={() => setByPhone(!isByPhone)}>
        {isByPhone ? t().byEmail : t().byPhone}
      </Button>
    </form>
  );
}
