import type { Wallet } from "@mahfaza/client";
import { useEffect, useState } from "preact/hooks";
import type { Answer } from "../../api/answer.ts";
import { api } from "../../api/client.ts";
import { useWallets } from "../../api/use-wallets.ts";
import { amountText } from "../../i18n/amount.ts";
import { words } from "../../i18n/words.ts";
import type { FormName } from "../../pay/payment-forms.ts";
import { DRY_RUN } from "../../pay/use-dry-run.ts";
import { usePayment } from "../../pay/use-payment.ts";
import { withStepUp } from "../../pay/with-step-up.ts";
import { FailureNotice } from "../../problems/failure-notice.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { SelectField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { walletName } from "../../ui/wallet-card.tsx";
import { type Closing, closingOf, sweepTargets } from "./closing.ts";

const t = words({
  en: {
    title: "Close the wallet",
    to: "Its money goes to",
    noTarget: "You have no other wallet in this currency. Send or withdraw the money first.",
    moves: (amount: string, name: string) => `${amount} will go to \u2068${name}\u2069.`,
    empty: "It is empty, so no money moves.",
    final: "A closed wallet takes no money and keeps its history. You cannot open it again.",
    close: "Close for good",
    closeAndMove: (amount: string) => `Move ${amount} and close`,
  },
  ar: {
    title: "إغلاق المحفظة",
    to: "ينتقل مالها إلى",
    noTarget: "ليست لديك محفظة أخرى بهذه العملة. أرسل المال أو اسحبه أولًا.",
    moves: (amount: string, name: string) => `سينتقل ${amount} إلى \u2068${name}\u2069.`,
    empty: "المحفظة فارغة، فلا ينتقل مال.",
    final: "لا تقبل المحفظة المغلقة مالًا، ويبقى سجلها. لا يمكنك فتحها من جديد.",
    close: "إغلاق نهائي",
    closeAndMove: (amount: string) => `نقل ${amount} ثم الإغلاق`,
  },
});

/** Names the closing of one wallet, so that it is taken up again after a reload. */
export function closeFormName(id: string): FormName {
  return `close-wallet:${id}`;
}

interface CloseWalletProps {
  readonly wallet: Wallet;
  readonly onClose: () => void;
}

type Asked = { readonly sweep_to_wallet_id?: string };

/** Closes a wallet. What would happen is asked first, and shown; then the person decides. */
export function CloseWalletDialog({ wallet, onClose }: CloseWalletProps) {
  const { data: wallets } = useWallets();
  return (
    <Dialog title={t().title} onClose={onClose}>
      {wallets ? (
        <CloseForm wallet={wallet} targets={sweepTargets(wallet, wallets.data)} onDone={onClose} />
      ) : (
        <Skeleton form="details" count={3} />
      )}
    </Dialog>
  );
}

interface CloseFormProps {
  readonly wallet: Wallet;
  readonly targets: readonly Wallet[];
  readonly onDone: () => void;
}

function CloseForm({ wallet, targets, onDone }: CloseFormProps) {
  const { id, currency } = wallet;
  const closing = closingOf(wallet, targets);
  const [chosen, choose] = useState<string | null>(null);
  const target = targets.find((one) => one.id === chosen) ?? targets[0];
  const body: Asked = closing === "sweep" && target ? { sweep_to_wallet_id: target.id } : {};
  const preview = usePreview(id, body, closing);
  const payment = usePayment<Asked, unknown>({
    name: closeFormName(id),
    send: (asked, intent) =>
      api.POST("/v1/wallets/{id}/close", { params: { path: { id } }, body: asked, intent }),
    onDone,
  });
  const { state } = payment;
  if (closing === "stuck") return <Notice kind="warn">{t().noTarget}</Notice>;
  const moved = preview?.data?.amount ?? null;
  const failure = state.kind === "failed" ? state.failure : (preview?.failure ?? null);
  const again = state.kind === "failed" ? payment.again : undefined;
  return (
    <div class="stack">
      {closing === "sweep" && target && (
        <TargetField targets={targets} target={target} onTarget={choose} />
      )}
      <WhatMoves preview={preview} currency={currency} target={target} />
      <p class="quiet small">{t().final}</p>
      {failure && <FailureNotice failure={failure} onAgain={again} />}
      <Button
        kind="danger"
        disabled={!preview?.data}
        isBusy={state.kind === "sending"}
        onClick={() => payment.submit(body)}
      >
        {moved === null ? t().close : t().closeAndMove(amountText(moved, currency))}
      </Button>
    </div>
  );
}

interface TargetFieldProps {
  readonly targets: readonly Wallet[];
  readonly target: Wallet;
  readonly onTarget: (id: string) => void;
}

function TargetField({ targets, target, onTarget }: TargetFieldProps) {
  return (
    <SelectField label={t().to} value={target.id} onValue={onTarget}>
      {targets.map((one) => (
        <option key={one.id} value={one.id}>
          {walletName(one)}
        </option>
      ))}
    </SelectField>
  );
}

interface WhatMovesProps {
  readonly preview: Answer<Preview> | null;
  readonly currency: string;
  readonly target: Wallet | undefined;
}

/** What the closing would move, and where to, by the service's own answer. */
function WhatMoves({ preview, currency, target }: WhatMovesProps) {
  if (!preview) return <Skeleton form="details" count={1} />;
  if (!preview.data) return null;
  const { amount } = preview.data;
  return (
    <p aria-live="polite">
      {amount !== null && target
        ? t().moves(amountText(amount, currency), walletName(target))
        : t().empty}
    </p>
  );
}

/** What a closing would move; `amount` is null when it would move nothing. */
interface Preview {
  readonly amount: string | null;
}

/** Asks what would happen, by a dry run: by the same rules, and nothing is changed. */
function usePreview(id: string, body: Asked, closing: Closing): Answer<Preview> | null {
  const [preview, setPreview] = useState<Answer<Preview> | null>(null);
  useEffect(() => {
    let isOver = false;
    setPreview(null);
    if (closing === "stuck") return;
    void withStepUp(() =>
      api.POST("/v1/wallets/{id}/close", {
        params: { path: { id } },
        headers: DRY_RUN,
        body,
      }),
    ).then((answer) => {
      if (isOver) return;
      if (answer.failure) setPreview(answer);
      else if ("preview" in answer.data) {
        setPreview({ data: { amount: answer.data.preview?.amount ?? null }, failure: null });
      }
    });
    return () => {
      isOver = true;
    };
  }, [id, body.sweep_to_wallet_id, closing]);
  return preview;
}
