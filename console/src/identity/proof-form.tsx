import type { components } from "@mahfaza/client";
import { useState } from "preact/hooks";
import { type Answer, codeOf, type Failure } from "../api/answer.ts";
import { type Action, useAction } from "../api/use-action.ts";
import { words } from "../i18n/words.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { FormFailure } from "./form-failure.tsx";
import type { PasskeyFault } from "./passkey-fault.ts";
import { passkeyFaultText } from "./passkey-words.ts";
import { askPasskey, canUsePasskeys } from "./passkeys.ts";
import { offeredMethods, type Proof, type ProofMethod } from "./proof.ts";
import { ProofCode } from "./proof-code.tsx";

const t = words({
  en: {
    passkey: "Use your passkey",
    passkeyText: "Your device asks for your fingerprint, face or PIN.",
    wrong: "This passkey was not accepted. Choose another one, or another way.",
    instead: {
      totp: "Use the authenticator app",
      passkey: "Use a passkey",
      recovery_code: "Use a recovery code",
    },
    cancel: "Cancel",
  },
  ar: {
    passkey: "استخدام مفتاح المرور",
    passkeyText: "سيطلب جهازك بصمتك أو وجهك أو رمز قفله.",
    wrong: "لم يُقبل مفتاح المرور هذا. اختر مفتاحًا آخر أو طريقة أخرى.",
    instead: {
      totp: "استخدام تطبيق المصادقة",
      passkey: "استخدام مفتاح مرور",
      recovery_code: "استخدام رمز استرداد",
    },
    cancel: "إلغاء",
  },
});

type AskOptions = () => Promise<Answer<components["schemas"]["PasskeyOptions"]>>;

interface ProofFormProps<T> {
  readonly methods: readonly ProofMethod[];
  readonly passkeyOptions: AskOptions;
  readonly send: (proof: Proof) => Promise<Answer<T>>;
  readonly onProven: (data: T) => void;
  readonly onGiveUp: () => void;
}

/** Asks for one of the second factors that a person has. */
export function ProofForm<T>(props: ProofFormProps<T>) {
  const { methods, passkeyOptions, send, onProven, onGiveUp } = props;
  const offered = offeredMethods(methods, canUsePasskeys());
  const [chosen, setMethod] = useState<ProofMethod | null>(null);
  const action = useAction();
  const method = chosen ?? offered[0];
  const prove = (proof: Proof) => void action.run(() => send(proof), onProven);
  const choose = (other: ProofMethod) => {
    action.fail(null);
    setMethod(other);
  };
  return (
    <div class="form">
      {method === "passkey" && (
        <ProofPasskey action={action} options={passkeyOptions} onProof={prove} />
      )}
      {(method === "totp" || method === "recovery_code") && (
        <ProofCode key={method} method={method} action={action} onProof={prove} />
      )}
      <div class="ways">
        {offered
          .filter((other) => other !== method)
          .map((other) => (
            <Button key={other} onClick={() => choose(other)}>
              {t().instead[other]}
            </Button>
          ))}
        <Button kind="quiet" onClick={onGiveUp}>
          {t().cancel}
        </Button>
      </div>
    </div>
  );
}

interface ProofPasskeyProps {
  readonly action: Action;
  readonly options: AskOptions;
  readonly onProof: (proof: Proof) => void;
}

function ProofPasskey({ action, options, onProof }: ProofPasskeyProps) {
  const [fault, setFault] = useState<PasskeyFault | null>(null);
  const asking = useAction();
  const ask = () => {
    action.fail(null);
    void asking.run(options, async (found) => {
      const { passkey, fault } = await askPasskey(found);
      setFault(fault);
      if (passkey) onProof({ passkey });
    });
  };
  const failure: Failure | null = asking.failure ?? action.failure;
  const isWrong = codeOf(failure) === "passkey_invalid";
  return (
    <>
      <p class="quiet">{t().passkeyText}</p>
      {fault && <Notice kind="warn">{passkeyFaultText(fault)}</Notice>}
      {isWrong && <Notice kind="bad">{t().wrong}</Notice>}
      <FormFailure failure={failure} except={["passkey_invalid"]} />
      <Button kind="main" isBusy={asking.isBusy || action.isBusy} onClick={ask}>
        {t().passkey}
      </Button>
    </>
  );
}
