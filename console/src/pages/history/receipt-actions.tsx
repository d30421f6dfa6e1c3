import type { TransactionDetails } from "@mahfaza/client";
import { useState } from "preact/hooks";
import { amountText } from "../../i18n/amount.ts";
import { formatTime } from "../../i18n/time.ts";
import { RefundDialog, refundFormName } from "../../pay/refund-dialog.tsx";
import { ShareButton } from "../../pay/share-button.tsx";
import { useUnfinished } from "../../pay/use-unfinished.ts";
import { movementOf } from "../../transactions/movement.ts";
import { refusalTitle } from "../../transactions/refusal.ts";
import { transactionTitle } from "../../transactions/transaction-words.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { canRefund } from "./can-refund.ts";
import { receiptWords as t } from "./receipt-words.ts";
import { repeatAddress } from "./repeat-address.ts";

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
      <ShareButton text={receiptText(transaction)} />
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

function Refund({ transaction }: TransactionProps) {
  const [isOpen, setOpen] = useState(false);
  useUnfinished([refundFormName(transaction.id)], () => setOpen(true));
  const { refunds } = transaction;
  // An open dialog stays when its own refund was the last that is possible.
  if (!refunds || (!canRefund(transaction) && !isOpen)) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Icon name="undo" />
        {t().refund}
      </Button>
      {isOpen && (
        <RefundDialog transaction={transaction} refunds={refunds} onClose={() => setOpen(false)} />
      )}
    </>
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
