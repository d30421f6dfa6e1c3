import type { ComponentChildren } from "preact";
import { codeOf } from "../../api/answer.ts";
import type { Loaded } from "../../api/use-data.ts";
import { words } from "../../i18n/words.ts";
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

interface ProvenProps<T> {
  readonly of: Loaded<T>;
  /** The shape of what comes, before the first answer. */
  readonly loading: ComponentChildren;
  readonly children: (data: T) => ComponentChildren;
}

/** Shows what was loaded; without a fresh second factor, a lock and the way to open it. */
export function WhenProven<T>({ of, loading, children }: ProvenProps<T>) {
  const { data, failure, isLoading, reload } = of;
  const again = () => void reload();
  if (failure && !isLoading && codeOf(failure) === "step_up_required") {
    return <Locked onProve={again} />;
  }
  return (
    <>
      {failure && !isLoading && <DeskFailure failure={failure} onAgain={again} />}
      {data !== null ? children(data) : isLoading ? loading : null}
    </>
  );
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
