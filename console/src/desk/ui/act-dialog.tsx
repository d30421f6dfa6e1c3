import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import type { Answer, Failure } from "../../api/answer.ts";
import { words } from "../../i18n/words.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { DeskFailure } from "./desk-failure.tsx";

const t = words({
  en: {
    close: "Close",
    cancel: "Cancel",
    second: "A second admin must approve it within 24 hours. Nothing changes before.",
  },
  ar: {
    close: "إغلاق",
    cancel: "إلغاء",
    second: "يجب أن يوافق مدير ثانٍ خلال 24 ساعة، ولا يتغيّر شيء قبل ذلك.",
  },
});

export interface ActDialogProps<T> {
  readonly title: string;
  readonly onClose: () => void;
  /** What will happen. */
  readonly what: ComponentChildren;
  /** It is only proposed. */
  readonly needsSecond?: boolean;
  /** The verb, on the one button. */
  readonly submit: string;
  readonly isDanger?: boolean;
  /** Whether the fields are filled in; says what is missing otherwise. */
  readonly isComplete?: () => boolean;
  readonly send: () => Promise<Answer<T>>;
  /** Called once, with the answer: what the pages show is old now. */
  readonly onDone?: (data: T) => void;
  /** The outcome in a sentence. */
  readonly outcome: (data: T) => ComponentChildren;
  readonly children?: ComponentChildren;
}

type State<T> =
  | { readonly kind: "open" | "sending" }
  | { readonly kind: "failed"; readonly failure: Failure }
  | { readonly kind: "done"; readonly data: T };

/** One act of an operator: what will happen, its fields, one button, and what came of it. */
export function ActDialog<T>(props: ActDialogProps<T>) {
  const [state, setState] = useState<State<T>>({ kind: "open" });
  const isSending = useRef(false);
  const submit = async () => {
    if (isSending.current || !(props.isComplete?.() ?? true)) return;
    isSending.current = true;
    setState({ kind: "sending" });
    const { data, failure } = await props.send();
    isSending.current = false;
    if (failure) setState({ kind: "failed", failure });
    else {
      setState({ kind: "done", data });
      props.onDone?.(data);
    }
  };
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      {state.kind === "done" ? (
        <Outcome onClose={props.onClose}>{props.outcome(state.data)}</Outcome>
      ) : (
        <form
          class="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <div class="stack-small">
            <p>{props.what}</p>
            {props.needsSecond && <p class="quiet small">{t().second}</p>}
          </div>
          {props.children}
          {state.kind === "failed" && <DeskFailure failure={state.failure} />}
          <ActButtons {...props} onClose={props.onClose} isSending={state.kind === "sending"} />
        </form>
      )}
    </Dialog>
  );
}

interface ButtonsProps {
  readonly submit: string;
  readonly isDanger?: boolean;
  readonly isSending: boolean;
  readonly onClose: () => void;
}

function ActButtons({ submit, isDanger, isSending, onClose }: ButtonsProps) {
  return (
    <div class="act-buttons">
      <Button type="submit" kind={isDanger ? "danger" : "main"} isBusy={isSending}>
        {submit}
      </Button>
      <Button kind="quiet" onClick={onClose}>
        {t().cancel}
      </Button>
    </div>
  );
}

interface OutcomeProps {
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

function Outcome({ onClose, children }: OutcomeProps) {
  return (
    <div class="stack" role="status">
      <Notice kind="good">{children}</Notice>
      <Button onClick={onClose}>{t().close}</Button>
    </div>
  );
}
