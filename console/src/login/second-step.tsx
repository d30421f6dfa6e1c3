import type { LoggedIn, SecondFactorRequired } from "@mahfaza/client";
import { answerOf, codeOf } from "../api/answer.ts";
import { session } from "../api/client.ts";
import { cookieFor } from "../device/storage.ts";
import { words } from "../i18n/words.ts";
import type { Proof } from "../identity/proof.ts";
import { ProofForm } from "../identity/proof-form.tsx";

const t = words({
  en: { text: "Your password is right. One more step protects your money." },
  ar: { text: "كلمة المرور صحيحة. خطوة أخرى تحمي مالك." },
});

interface SecondStepProps {
  readonly challenge: SecondFactorRequired;
  readonly isShared: boolean;
  readonly onEnter: (login: LoggedIn) => void;
  /** The challenge has expired or was used. */
  readonly onLate: () => void;
  readonly onGiveUp: () => void;
}

/** The second step of a login: one of the factors that the account has. */
export function SecondStep(props: SecondStepProps) {
  const { challenge, isShared, onEnter, onLate, onGiveUp } = props;
  const { passkey_options: options } = challenge;
  const send = async (proof: Proof) => {
    const body = { ...proof, challenge: challenge.challenge, ...cookieFor(isShared) };
    const answer = await answerOf(session.finishLogIn(body));
    if (codeOf(answer.failure) === "challenge_invalid") onLate();
    return answer;
  };
  return (
    <>
      <p class="quiet">{t().text}</p>
      <ProofForm
        methods={challenge.methods.filter((method) => method !== "passkey" || options !== null)}
        passkeyOptions={async () => {
          if (options === null) throw new Error("a passkey was offered without its options");
          return { data: options, failure: null };
        }}
        send={send}
        onProven={onEnter}
        onGiveUp={onGiveUp}
      />
    </>
  );
}
