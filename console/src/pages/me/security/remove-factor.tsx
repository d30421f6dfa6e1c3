import type { Passkey } from "@mahfaza/client";
import { api } from "../../../api/client.ts";
import { useAction } from "../../../api/use-action.ts";
import { invalidate } from "../../../api/use-data.ts";
import { words } from "../../../i18n/words.ts";
import { FormFailure } from "../../../identity/form-failure.tsx";
import { withStepUp } from "../../../pay/with-step-up.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Notice } from "../../../ui/notice.tsx";

const t = words({
  en: {
    totp: "Remove the authenticator app",
    totpText: "Its codes no longer open your account. Delete its entry in the app too.",
    passkey: "Remove the passkey",
    passkeyText: "It no longer opens your account. Delete it on the device too.",
    last: "This is your last second factor",
    lastText: "Your recovery codes go with it, and the password alone protects your money.",
    remove: "Remove",
    cancel: "Keep it",
  },
  ar: {
    totp: "إزالة تطبيق المصادقة",
    totpText: "لن تفتح رموزه حسابك بعد ذلك. احذفه من التطبيق أيضًا.",
    passkey: "إزالة مفتاح المرور",
    passkeyText: "لن يفتح حسابك بعد ذلك. احذفه من الجهاز أيضًا.",
    last: "هذا آخر عامل تحقق لديك",
    lastText: "تزول معه رموز الاسترداد، وتبقى كلمة المرور وحدها تحمي مالك.",
    remove: "إزالة",
    cancel: "إبقاؤه",
  },
});

interface RemoveFactorProps {
  /** Null: the authenticator app. */
  readonly passkey: Passkey | null;
  readonly isLast: boolean;
  readonly onClose: () => void;
}

/** Removes a factor, after its owner has seen what follows. */
export function RemoveFactor({ passkey, isLast, onClose }: RemoveFactorProps) {
  const action = useAction();
  const request = () =>
    passkey
      ? api.DELETE("/v1/factors/passkeys/{id}", { params: { path: { id: passkey.id } } })
      : api.DELETE("/v1/factors/totp");
  const remove = () =>
    void action.run(
      () => withStepUp<undefined>(request),
      () => {
        invalidate("factors");
        onClose();
      },
    );
  return (
    <Dialog title={passkey ? t().passkey : t().totp} onClose={onClose}>
      <p>
        {passkey && (
          <>
            <bdi dir="auto">{passkey.name}</bdi>.{" "}
          </>
        )}
        {passkey ? t().passkeyText : t().totpText}
      </p>
      {isLast && (
        <Notice kind="warn" title={t().last}>
          {t().lastText}
        </Notice>
      )}
      <FormFailure failure={action.failure} />
      <Button kind="danger" isBusy={action.isBusy} onClick={remove}>
        {t().remove}
      </Button>
      <Button kind="quiet" onClick={onClose}>
        {t().cancel}
      </Button>
    </Dialog>
  );
}
