import "../styles/identity.css";
import { answerOf } from "../api/answer.ts";
import { api } from "../api/client.ts";
import { useData } from "../api/use-data.ts";
import { words } from "../i18n/words.ts";
import { canUsePasskeys } from "../identity/passkeys.ts";
import { methodsOf, offeredMethods } from "../identity/proof.ts";
import { ProofForm } from "../identity/proof-form.tsx";
import { WhenLoaded } from "../problems/loaded.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Skeleton } from "../ui/skeleton.tsx";

const t = words({
  en: {
    title: "Confirm that it is you",
    text: "This needs your second factor. It then stays valid for five minutes.",
    none: "Your account has no second factor that works on this device. Set one up under Security, then try again.",
    toSecurity: "Go to Security",
    cancel: "Cancel",
  },
  ar: {
    title: "أكّد هويتك",
    text: "يلزم هنا عامل التحقق الثاني، ويبقى صالحًا خمس دقائق.",
    none: "ليس لحسابك عامل تحقق ثانٍ يعمل على هذا الجهاز. أضف واحدًا من صفحة الأمان، ثم أعد المحاولة.",
    toSecurity: "إلى صفحة الأمان",
    cancel: "إلغاء",
  },
});

/** The question for a second factor, with the factors that the person has. */
export function StepUpForm({ onSettle }: { readonly onSettle: (isProven: boolean) => void }) {
  const factors = useData("factors", () => api.GET("/v1/factors"));
  const giveUp = () => onSettle(false);
  return (
    <Dialog title={t().title} onClose={giveUp}>
      <WhenLoaded of={factors} loading={<Skeleton form="details" count={2} />}>
        {(data) => {
          const methods = methodsOf(data);
          return offeredMethods(methods, canUsePasskeys()).length === 0 ? (
            <NoFactor onGiveUp={giveUp} />
          ) : (
            <>
              <p class="quiet">{t().text}</p>
              <ProofForm
                methods={methods}
                passkeyOptions={askOptions}
                send={(proof) => answerOf(api.POST("/v1/auth/step-up", { body: proof }))}
                onProven={() => onSettle(true)}
                onGiveUp={giveUp}
              />
            </>
          );
        }}
      </WhenLoaded>
    </Dialog>
  );
}

async function askOptions() {
  const { data, failure } = await answerOf(api.POST("/v1/auth/step-up/options"));
  return failure ? { data: null, failure } : { data: data.options, failure: null };
}

function NoFactor({ onGiveUp }: { readonly onGiveUp: () => void }) {
  return (
    <>
      <p>{t().none}</p>
      <a class="button button-main" href="/me/security" onClick={onGiveUp}>
        {t().toSecurity}
      </a>
      <Button kind="quiet" onClick={onGiveUp}>
        {t().cancel}
      </Button>
    </>
  );
}
