import type { LoggedIn } from "@mahfaza/client";
import { useEffect, useRef, useState } from "preact/hooks";
import { type Answer, answerOf, codeOf } from "../api/answer.ts";
import { api, session } from "../api/client.ts";
import { useAction } from "../api/use-action.ts";
import { cookieFor } from "../device/storage.ts";
import { words } from "../i18n/words.ts";
import { FormFailure } from "../identity/form-failure.tsx";
import type { PasskeyFault } from "../identity/passkey-fault.ts";
import { passkeyFaultText } from "../identity/passkey-words.ts";
import { askPasskey, canUsePasskeys } from "../identity/passkeys.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { waitForPasskey } from "./wait-for-passkey.ts";

const t = words({
  en: {
    or: "or",
    passkey: "Log in with a passkey",
    unknown: "This passkey has no account here",
    unknownText: "It may have been removed. Log in with your password.",
  },
  ar: {
    or: "أو",
    passkey: "تسجيل الدخول بمفتاح مرور",
    unknown: "لا يوجد حساب لمفتاح المرور هذا",
    unknownText: "ربما أُزيل. سجّل الدخول بكلمة المرور.",
  },
});

interface PasskeyLoginProps {
  readonly isShared: boolean;
  readonly onEnter: (login: LoggedIn) => void;
  /** A login by the password is under way. */
  readonly isBusy: boolean;
}

type PasskeyAnswer = Parameters<typeof session.logInByPasskey>[0]["passkey"];

/** A login by a passkey alone: by its button, or by the browser's own list in the phone's field. */
export function PasskeyLogin({ isShared, onEnter, isBusy }: PasskeyLoginProps) {
  const action = useAction();
  const [fault, setFault] = useState<PasskeyFault | null>(null);
  const logIn = (passkey: PasskeyAnswer) =>
    answerOf(session.logInByPasskey({ passkey, ...cookieFor(isShared) }));
  // The waiting begins once, and ends in the state that the form then has.
  const onChosen = useRef<(passkey: PasskeyAnswer) => void>(() => undefined);
  onChosen.current = (passkey) => void action.run(() => logIn(passkey), onEnter);
  useEffect(() => waitForPasskey((passkey) => onChosen.current(passkey)), []);
  if (!canUsePasskeys()) return null;
  const ask = () =>
    void action.run(
      () => askedLogin(logIn, setFault),
      (login) => (login ? onEnter(login) : undefined),
    );
  const isUnknown = codeOf(action.failure) === "passkey_invalid";
  return (
    <div class="form">
      <p class="or">{t().or}</p>
      {fault && <Notice kind="warn">{passkeyFaultText(fault)}</Notice>}
      {isUnknown && (
        <Notice kind="bad" title={t().unknown}>
          {t().unknownText}
        </Notice>
      )}
      <FormFailure failure={action.failure} except={["passkey_invalid"]} />
      <Button isBusy={action.isBusy} disabled={isBusy} onClick={ask}>
        {t().passkey}
      </Button>
    </div>
  );
}

/** The login by the passkey that the person chooses; null when the browser gives none. */
async function askedLogin(
  logIn: (passkey: PasskeyAnswer) => Promise<Answer<LoggedIn>>,
  onFault: (fault: PasskeyFault | null) => void,
): Promise<Answer<LoggedIn | null>> {
  const asked = await answerOf(api.POST("/v1/auth/login/passkey/options"));
  if (asked.failure) return asked;
  const { passkey, fault } = await askPasskey(asked.data.options);
  onFault(fault);
  return passkey ? logIn(passkey) : { data: null, failure: null };
}
