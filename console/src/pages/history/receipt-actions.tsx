import type { TransactionDetails, Wallet } from "@mahfaza/client";
import { useState } from "preact/hooks";
import { amountText } from "../../i18n/amount.ts";
import { formatTime } from "../../i18n/time.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { failureText } from "./failure-text.ts";
import { movementOf } from "./movement.ts";
import { receiptWords as t } from "./receipt-words.ts";
import { repeatAddress } from "./repeat-address.ts";
import { transactionTitle } from "./transaction-words.ts";

interface ReceiptActionsProps {
  readonly transaction: TransactionDetails;
  readonly wallets: readonly Wallet[] | null;
}

/** Print, share, do it again, give it back. */
export function ReceiptActions({ transaction }: ReceiptActionsProps) {
  return (
    <fieldset class="receipt-actions no-print">
      <legend class="visually-hidden">{t().actions}</legend>
      <Repeat transaction={transaction} />
      <ShareButton transaction={transaction} />
      <Button onClick={() => print()}>
        <Icon name="print" />
        {t().print}
      </Button>
    </fieldset>
  );
}

interface TransactionProps {
  readonly transaction: TransactionDetails;
}

function Repeat({ transaction }: TransactionProps) {
  const href = repeatAddress(transaction);
  if (href === null) return null;
  const texts = { DEPOSIT: t().depositAgain, WITHDRAW: t().withdrawAgain };
  const { type } = transaction;
  return (
    <a href={href} class="button button-plain">
      <Icon name="repeat" />
      {type === "DEPOSIT" || type === "WITHDRAW" ? texts[type] : t().repeat}
    </a>
  );
}

/** How long "Copied" stays. */
const SHOWN_MS = 2000;

function ShareButton({ transaction }: TransactionProps) {
  const [isCopied, setCopied] = useState(false);
  const share = async () => {
    const text = receiptText(transaction);
    if ("share" in navigator) {
      // The person may close the system's own sheet: that is no failure.
      await navigator.share({ text }).catch(() => {});
      return;
    }
    await (navigator as Navigator).clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), SHOWN_MS);
  };
  return (
    <Button onClick={() => void share()}>
      <Icon name={isCopied ? "tick" : "share"} />
      <span role="status">{isCopied ? t().copied : t().share}</span>
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
    isVoid ? `${t().refused}: ${failureText(failure_code).title}` : t().done,
    formatTime(posted_at, "long"),
    `${t().reference}: ${reference}`,
    ...(note === null ? [] : [`${t().note}: ${note}`]),
  ].join("\n");
}
