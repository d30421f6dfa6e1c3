import { useEffect, useState } from "preact/hooks";
import { answerOf } from "../../../api/answer.ts";
import { api } from "../../../api/client.ts";
import { me } from "../../../api/session.ts";
import { useAction } from "../../../api/use-action.ts";
import { phoneShown } from "../../../i18n/phone.ts";
import { words } from "../../../i18n/words.ts";
import { FormFailure } from "../../../identity/form-failure.tsx";
import { MessageCode } from "../../../identity/message-code.tsx";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";

const t = words({
  en: {
    phone: "Verify your phone number",
    email: "Verify your e-mail address",
    sent: "We have sent a code to",
    submit: "Verify",
    later: "Later",
  },
  ar: {
    phone: "توثيق رقم الهاتف",
    email: "توثيق البريد الإلكتروني",
    sent: "أرسلنا رمزًا إلى",
    submit: "توثيق",
    later: "لاحقًا",
  },
});

interface VerifyContactProps {
  readonly channel: "phone" | "email";
  readonly contact: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Sends a code to a contact, and verifies the contact by it. */
export function VerifyContact({ channel, contact, onClose, onDone }: VerifyContactProps) {
  const sending = useAction();
  const action = useAction();
  const [isSent, setSent] = useState(false);
  const params = { path: { channel } };
  const ask = () =>
    void sending.run(
      () => answerOf(api.POST("/v1/users/me/contacts/{channel}/verification", { params })),
      () => setSent(true),
    );
  useEffect(ask, []);
  const verify = (code: string) =>
    void action.run(
      () =>
        answerOf(
          api.POST("/v1/users/me/contacts/{channel}/verification/confirm", {
            params,
            body: { code },
          }),
        ),
      (user) => {
        me.value = user;
        onDone();
      },
    );
  return (
    <Dialog title={t()[channel]} onClose={onClose}>
      {isSent ? (
        <>
          <p class="quiet">
            {t().sent} <bdi class="ltr">{phoneShown(contact)}</bdi>
          </p>
          <MessageCode
            action={action}
            submit={t().submit}
            onCode={verify}
            sending={sending}
            onResend={ask}
          />
        </>
      ) : sending.failure ? (
        <FormFailure failure={sending.failure} onAgain={ask} />
      ) : (
        <Skeleton form="details" count={2} />
      )}
      <Button kind="quiet" onClick={onClose}>
        {t().later}
      </Button>
    </Dialog>
  );
}
