import { codeOf } from "../../api/answer.ts";
import { words } from "../../i18n/words.ts";
import { type LoadedProps, WhenLoaded } from "../../problems/loaded.tsx";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { DeskFailure } from "./desk-failure.tsx";

const t = words({
  en: {
    title: "Confirm that it is you",
    text: "The desk opens with your second factor. It then stays open for five minutes.",
    prove: "Confirm now",
  },
  ar: {
    title: "أكّد هويتك",
    text: "تُفتح لوحة المشغّلين بعامل التحقق الثاني، وتبقى مفتوحة خمس دقائق.",
    prove: "التحقق الآن",
  },
});

/** Shows what was loaded; without a fresh second factor, a lock and the way to open it. */
export function WhenProven<T>(props: Omit<LoadedProps<T>, "failed">) {
  const { failure, isLoading, reload } = props.of;
  const isLocked = !isLoading && codeOf(failure) === "step_up_required";
  if (isLocked) return <Locked onProve={() => void reload()} />;
  return <WhenLoaded {...props} failed={DeskFailure} />;
}

function Locked({ onProve }: { readonly onProve: () => void }) {
  return (
    <div class="card empty">
      <span class="row-icon">
        <Icon name="lock" />
      </span>
      <p class="empty-title">{t().title}</p>
      <p>{t().text}</p>
      <Button kind="main" onClick={onProve}>
        {t().prove}
      </Button>
    </div>
  );
}
