import type { TransactionDetails } from "@mahfaza/client";
import { useState } from "preact/hooks";
import { invalidate } from "../../api/use-data.ts";
import { amountText } from "../../i18n/amount.ts";
import { formatTime } from "../../i18n/time.ts";
import { RefundDialog, refundForm } from "../../pay/refund-dialog.tsx";
import { shareText } from "../../pay/share.ts";
import { useUnfinished } from "../../pay/use-unfinished.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { movementOf } from "./movement.ts";
import { receiptWords as t } from "./receipt-words.ts";
import { refusalTitle } from "./refusal.ts";
import { repeatAddress } from "./repeat-address.ts";
import { transactionTitle } from "./transaction-words.ts";

interface TransactionProps {
  readonly transaction: TransactionDetails;
}

/** Do it again, give it back, share it, print it. */
export function ReceiptActions({ transaction }: TransactionProps) {
  return (
    <fieldset class="slip-actions no-print">
      <legend class="visually-hidden">{t().actions}</legend>
      <Repeat transaction={transaction} />
      <Refund transaction={transaction} />
      <ShareButton transaction={transaction} />
      <Button onClick={() => print()}>
        <Icon name="print" />
        {t().print}
      </Button>
    </fieldset>
  );
}

function Repeat({ transaction }: TransactionProps) {
  const href = repeatAddress(transaction);
  if (href === null) return null;
  const { type } = transaction;
  const texts = { DEPOSIT: t().depositAgain, WITHDRAW: t().withdrawAgain };
  return (
    <a href={href} class="button button-plain">
      <Icon name="repeat" />
      {type === "DEPOSIT" || type === "WITHDRAW" ? texts[type] : t().repeat}
    </a>
  );
}

/** Only its receiver can refund a payment; the API tells both parties what is left of it. */
function Refund({ transaction }: TransactionProps) {
  const [isOpen, setOpen] = useState(false);
  useUnfinished([refundForm(transaction.id)], () => setOpen(true));
  const isReceived = movementOf(transaction).way === "in";
  const isRefundable = isReceived && /[1-9]/.test(transaction.refunds?.refundable ?? "");
  // An open dialog stays when its own refund was the last that is possible.
  if (!isRefundable && !isOpen) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Icon name="undo" />
        {t().refund}
      </Button>
      {isOpen && (
        <RefundDialog
          transaction={transaction}
          onClose={() => setOpen(false)}
          onDone={() => invalidate("transactions", "wallets", "wallet:")}
        />
      )}
    </>
  );
}

/** How long "Copied" stays. */
const SHOWN_MS = 2000;

function ShareButton({ transaction }: TransactionProps) {
  const [isCopied, setCopied] = useState(false);
  const share = async () => {
    if ((await shareText(receiptText(transaction))) !== "copied") return;
    setCopied(true);
    setTimeout(() => setCopied(false), SHOWN_MS);
  };
  return (
    <Button onClick={() => void share()}>
      <Icon name={isCopied ? "tick" : "share"} />
      <span aria-live="polite">{isCopied ? t().copied : t().share}</span>
    </Button>
  );
}

/** The receipt as a text, without the wallets' balances: it is for somebody else. */
function receiptText(transaction: TransactionDetails): string {
  const { way, amount, currency, isVoid } = movementOf(transaction);
  const { type, note, reference, posted_at, failure_code } = transaction;
  return [
    t().receipt,
    `${transactionTitle(type, way)}: ${amountText(amount, currency, "none")}`,
    isVoid ? `${t().refused}: ${refusalTitle(failure_code)}` : t().done,
    formatTime(posted_at, "long"),
    `${t().reference}: ${reference}`,
    ...(note === null ? [] : [`${t().note}: ${note}`]),
  ].join("\n");
}
