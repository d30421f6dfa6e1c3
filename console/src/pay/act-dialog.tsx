import type { Intent } from "@mahfaza/client";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { words } from "../i18n/words.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Notice } from "../ui/notice.tsx";
import { type DetailLines, Details } from "../ui/page.tsx";
import { ActReview } from "./act-review.tsx";
import { type Made, made } from "./made.ts";
import type { FormName } from "./payment-forms.ts";
import { previewOf } from "./preview.ts";
import { DRY_RUN, useDryRun } from "./use-dry-run.ts";
import { type Payment, usePayment } from "./use-payment.ts";

const t = words({ en: { close: "Close" }, ar: { close: "إغلاق" } });

/** What the review of an act shows. */
export interface ActLook {
  /** The largest thing in the dialog. */
  readonly amount: string;
  readonly currency: string;
  readonly text?: ComponentChildren;
  readonly lines: DetailLines;
  readonly warning?: string;
  /** The verb with the amount. */
  readonly button: string;
}

/** What an act has done. */
interface ActOutcome {
  readonly title: string;
  readonly text?: string;
  readonly lines?: DetailLines;
}

/** `A`: what the service answers, made or previewed. */
interface ActParts<B, A extends object> {
  readonly post: (
    body: B,
    init: { readonly intent: Intent } | { readonly headers: typeof DRY_RUN },
  ) => Promise<{ readonly data?: A; readonly error?: unknown; readonly response: Response }>;
  /** `preview` is null until the service has answered what would happen. */
  readonly look: (body: B, preview: Exclude<A, Made<A>> | null) => ActLook;
}

interface ActDialogProps<B, A extends object> extends ActParts<B, A> {
  readonly title: string;
  /** Names its form, so that it is taken up again after a reload. */
  readonly name: FormName;
  readonly onClose: () => void;
  /** Asks what to do; null when there is nothing to ask, and `start` is what will be sent. */
  readonly form: ((onReview: (body: B) => void) => ComponentChildren) | null;
  readonly start: B | null;
  readonly done: (made: Made<A>) => ActOutcome;
}

/** One act that moves or frees money: its fields, a review by a dry run, one button. */
export function ActDialog<B, A extends object>(props: ActDialogProps<B, A>) {
  const { title, name, onClose, form, start, post, look, done } = props;
  const [body, setBody] = useState<B | null>(start);
  const payment = usePayment<B, Made<A>>({
    name,
    send: (sent, intent) => made(post(sent, { intent })),
  });
  const { state } = payment;
  // One that was sent before a reload is taken up again, with what was asked then.
  const shown = state.kind === "open" ? body : state.body;
  const change = () => {
    payment.reset();
    setBody(null);
  };
  return (
    <Dialog title={title} onClose={onClose}>
      {state.kind === "done" ? (
        <ActDone {...done(state.data)} onClose={onClose} />
      ) : shown === null ? (
        form?.(setBody)
      ) : (
        <Review {...{ post, look, payment }} body={shown} onChange={form && change} />
      )}
    </Dialog>
  );
}

interface ReviewProps<B, A extends object> extends ActParts<B, A> {
  readonly body: B;
  readonly payment: Payment<B, Made<A>>;
  readonly onChange: (() => void) | null;
}

function Review<B, A extends object>(props: ReviewProps<B, A>) {
  const { body, payment, post, look, onChange } = props;
  const dryRun = useDryRun(JSON.stringify(body), () => post(body, { headers: DRY_RUN }));
  return (
    <ActReview
      {...look(body, previewOf(dryRun.state))}
      dryRun={dryRun}
      state={payment.state}
      onSend={() => payment.submit(body)}
      onAgain={payment.again}
      onChange={onChange}
    />
  );
}

interface ActDoneProps extends ActOutcome {
  readonly onClose: () => void;
}

function ActDone({ title, text, lines, onClose }: ActDoneProps) {
  return (
    <>
      <Notice kind="good" title={title}>
        {text}
      </Notice>
      {lines && <Details lines={lines} />}
      <Button kind="main" onClick={onClose}>
        {t().close}
      </Button>
    </>
  );
}
