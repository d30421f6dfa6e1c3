import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import type { Failure, TypedAnswer } from "../../api/answer.ts";
import { invalidate } from "../../api/use-data.ts";
import { words } from "../../i18n/words.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { act } from "../proven.ts";
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

/** The words of an act. */
interface ActTexts<T> {
  readonly title: string;
  /** What will happen. */
  readonly what: ComponentChildren;
  /** The verb, on the one button; the title where there is none. */
  readonly submit?: string;
  /** The outcome in a sentence. */
  readonly done: string | ((data: T) => ComponentChildren);
}

/** What every act of an operator has. */
export interface ActProps<T> {
  readonly texts: ActTexts<T>;
  /** It is only proposed. */
  readonly needsSecond?: boolean;
  readonly isDanger?: boolean;
  /** Keys of the data that it changes: what the pages show of it is old then. */
  readonly changes: readonly string[];
  readonly onClose: () => void;
}

interface OperatorActProps<T> extends ActProps<T> {
  /** Its request. A second factor is asked for in place. */
  readonly send: () => Promise<TypedAnswer<T>>;
  /** Whether the fields can be sent. */
  readonly isComplete?: boolean;
  /** `isTried`: the operator wants to go on, so the fields say what is missing. */
  readonly fields?: (isTried: boolean) => ComponentChildren;
}

type State<T> =
  | { readonly kind: "open" | "sending" }
  | { readonly kind: "failed"; readonly failure: Failure }
  | { readonly kind: "done"; readonly data: T };

/** One act of an operator: what will happen, its fields, one button, and what came of it. */
export function OperatorAct<T>(props: OperatorActProps<T>) {
  const { texts, send, changes, onClose, isComplete = true } = props;
  const [state, setState] = useState<State<T>>({ kind: "open" });
  const [isTried, setTried] = useState(false);
  const isSending = useRef(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (isSending.current || !isComplete) return;
    isSending.current = true;
    setState({ kind: "sending" });
    const { data, failure } = await act(send);
    isSending.current = false;
    if (failure) return setState({ kind: "failed", failure });
    setState({ kind: "done", data });
    invalidate(...changes);
  };
  return (
    <Dialog title={texts.title} onClose={onClose}>
      {state.kind === "done" ? (
        <Outcome onClose={onClose}>
          {typeof texts.done === "string" ? texts.done : texts.done(state.data)}
        </Outcome>
      ) : (
        <form class="stack" noValidate onSubmit={(event) => void submit(event)}>
          <What text={texts.what} needsSecond={props.needsSecond} />
          {props.fields?.(isTried)}
          {state.kind === "failed" && <DeskFailure failure={state.failure} />}
          <ActButtons
            submit={texts.submit ?? texts.title}
            isDanger={props.isDanger}
            isSending={state.kind === "sending"}
            onClose={onClose}
          />
        </form>
      )}
    </Dialog>
  );
}

interface WhatProps {
  readonly text: ComponentChildren;
  readonly needsSecond: boolean | undefined;
}

function What({ text, needsSecond }: WhatProps) {
  return (
    <div class="stack-small">
      <p>{text}</p>
      {needsSecond && <p class="quiet small">{t().second}</p>}
    </div>
  );
}

interface ButtonsProps {
  readonly submit: string;
  readonly isDanger: boolean | undefined;
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
