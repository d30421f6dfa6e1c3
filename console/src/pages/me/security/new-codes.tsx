import { api } from "../../../api/client.ts";
import { useAction } from "../../../api/use-action.ts";
import { invalidate } from "../../../api/use-data.ts";
import { words } from "../../../i18n/words.ts";
import { FormFailure } from "../../../identity/form-failure.tsx";
import { withStepUp } from "../../../pay/with-step-up.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";

const t = words({
  en: {
    title: "New recovery codes",
    text: "You get ten new codes. The old ones stop working at once.",
    make: "Make new codes",
    cancel: "Keep the old ones",
  },
  ar: {
    title: "رموز استرداد جديدة",
    text: "تحصل على عشرة رموز جديدة، وتبطل القديمة فورًا.",
    make: "إنشاء رموز جديدة",
    cancel: "إبقاء القديمة",
  },
});

interface NewCodesProps {
  readonly onClose: () => void;
  readonly onDone: (codes: readonly string[]) => void;
}

/** Replaces the recovery codes. */
export function NewCodes({ onClose, onDone }: NewCodesProps) {
  const action = useAction();
  const make = () =>
    void action.run(
      () => withStepUp(() => api.POST("/v1/factors/recovery-codes")),
      ({ recovery_codes: codes }) => {
        invalidate("factors");
        onDone(codes);
      },
    );
  return (
    <Dialog title={t().title} onClose={onClose}>
      <p>{t().text}</p>
      <FormFailure failure={action.failure} />
      <Button kind="main" isBusy={action.isBusy} onClick={make}>
        {t().make}
      </Button>
      <Button kind="quiet" onClick={onClose}>
        {t().cancel}
      </Button>
    </Dialog>
  );
}
