import type { components, HoldDetails, HoldTransaction, Intent } from "@mahfaza/client";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { ActReview } from "../../pay/act-review.tsx";
import { made } from "../../pay/made.ts";
import { previewOf } from "../../pay/preview.ts";
import { DRY_RUN, useDryRun } from "../../pay/use-dry-run.ts";
import { type Payment, usePayment } from "../../pay/use-payment.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { Details } from "../../ui/page.tsx";
import { actWords as t } from "./act-words.ts";
import { actForm, type HoldAct } from "./hold-acts.ts";

export type HoldPreview = components["schemas"]["HoldTransactionPreview"];

/** What the review of an act shows. */
export interface ActLook {
  /** The largest thing in the dialog. */
  readonly amount: string;
  readonly text?: string;
  readonly lines: Parameters<typeof Details>[0]["lines"];
  readonly warning?: string;
  /** The verb with the amount. */
  readonly button: string;
}

interface ActParts<B> {
  readonly post: (
    body: B,
    init: { readonly intent: Intent } | { readonly headers: typeof DRY_RUN },
  ) => Promise<{
    readonly data?: HoldPreview | HoldTransaction;
    readonly error?: unknown;
    readonly response: Response;
  }>;
  /** `preview` is null until the service has answered what would happen. */
  readonly look: (body: B, preview: HoldPreview | null) => ActLook;
  readonly done: (transaction: HoldTransaction) => {
    readonly title: string;
    readonly text?: string;
  };
}

interface ActDialogProps<B> extends ActParts<B> {
  readonly title: string;
  readonly hold: HoldDetails;
  readonly act: HoldAct;
  readonly onClose: () => void;
  /** Asks what to do; null when there is nothing to ask, and `start` is what will be sent. */
  readonly form: ((onReview: (body: B) => void) => ComponentChildren) | null;
  readonly start: B | null;
}

/** One act on a hold: its fields, a review by a dry run, one button. */
export function ActDialog<B>(props: ActDialogProps<B>) {
  const { title, hold, act, onClose, form, start, post, look, done } = props;
  const [body, setBody] = useState<B | null>(start);
  const payment = usePayment<B, HoldTransaction>({
    name: actForm(act, hold.id),
    send: (sent, intent) => made(post(sent, { intent })),
  });
  const { state } = payment;
  const shown = state.kind === "open" ? body : state.body;
  const onChange =
    form === null
      ? null
      : () => {
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
        <Review
          hold={hold}
          body={shown}
          payment={payment}
          post={post}
          look={look}
          onChange={onChange}
        />
      )}
    </Dialog>
  );
}

interface ReviewProps<B> extends Pick<ActParts<B>, "post" | "look"> {
  readonly hold: HoldDetails;
  readonly body: B;
  readonly payment: Payment<B, HoldTransaction>;
  readonly onChange: (() => void) | null;
}

function Review<B>({ hold, body, payment, post, look, onChange }: ReviewProps<B>) {
  const dryRun = useDryRun(JSON.stringify(body), () => post(body, { headers: DRY_RUN }));
  return (
    <ActReview
      {...look(body, previewOf<HoldPreview>(dryRun.state))}
      currency={hold.currency}
      dryRun={dryRun}
      state={payment.state}
      onSend={() => payment.submit(body)}
      onAgain={payment.again}
      onChange={onChange}
    />
  );
}

interface ActDoneProps {
  readonly title: string;
  readonly text?: string;
  readonly onClose: () => void;
}

function ActDone({ title, text, onClose }: ActDoneProps) {
  return (
    <>
      <Notice kind="good" title={title}>
        {text}
      </Notice>
      <Button kind="main" onClick={onClose}>
        {t().close}
      </Button>
    </>
  );
}
