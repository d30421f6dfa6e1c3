import type { LoggedIn } from "@mahfaza/client";
import { useEffect, useState } from "preact/hooks";
import { answerOf, codeOf } from "../../api/answer.ts";
import { api, session } from "../../api/client.ts";
import { words } from "../../i18n/words.ts";
import { FormFailure } from "../../identity/form-failure.tsx";
import type { PasskeyFault } from "../../identity/passkey-fault.ts";
import { passkeyFaultText } from "../../identity/passkey-words.ts";
import { askPasskey, canUsePasskeys } from "../../identity/passkeys.ts";
import { type Action, useAction } from "../../identity/use-action.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { waitForPasskey } from "./wait-for-passkey.ts";

const t = words({
  en: {
    or: "or",
    passkey: "Log in with a passkey",
    unknown: "This passkey is not of an account here",
    unknownText: "It may have been removed. Log in with your password.",
  },
  ar: {
    or: "أو",
    passkey: "الدخول بمفتاح مرور",
    unknown: "مفتاح المرور هذا ليس لحساب هنا",
    unknownText: "ربما أُزيل. سجّل الدخول بكلمة المرور.",
  },
});

interface PasskeyLoginProps {
  readonly onEnter: (login: LoggedIn) => void;
  /** A login by the password is under way. */
  readonly isBusy: boolean;
}

/** A login by a passkey alone: by its button, or by the browser's own list in the phone's field. */
export function PasskeyLogin({ onEnter, isBusy }: PasskeyLoginProps) {
  const action = useAction();
  const [fault, setFault] = useState<PasskeyFault | null>(null);
  useEffect(() => waitForPasskey((passkey) => void logIn(action, passkey, onEnter)), []);
  if (!canUsePasskeys()) return null;
  const ask = () =>
    void action.run(
      () => answerOf(api.POST("/v1/auth/login/passkey/options")),
      async ({ options }) => {
        const result = await askPasskey(options);
        setFault(result.fault);
        if (result.passkey) return logInAfter(action, result.passkey, onEnter);
      },
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

type PasskeyAnswer = Parameters<typeof session.logInByPasskey>[0]["passkey"];

function logIn(action: Action, passkey: PasskeyAnswer, onEnter: (login: LoggedIn) => void) {
  return action.run(() => answerOf(session.logInByPasskey({ passkey })), onEnter);
}

/** Within a run of the action, which cannot run twice at once. */
async function logInAfter(
  action: Action,
  passkey: PasskeyAnswer,
  onEnter: (login: LoggedIn) => void,
) {
  const { data, failure } = await answerOf(session.logInByPasskey({ passkey }));
  if (failure) action.fail(failure);
  else onEnter(data);
}
