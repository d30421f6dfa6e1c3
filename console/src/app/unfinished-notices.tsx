import { useLocation } from "preact-iso";
import { unfinishedRecords } from "../device/kept-data.ts";
import { userId } from "../device/session-mark.ts";
import { amountText } from "../i18n/amount.ts";
import { words } from "../i18n/words.ts";
import { intentChanges } from "../pay/intent-store.ts";
import type { PaymentKind } from "../pay/payment-forms.ts";
import { isShownAt, type UnfinishedPayment, unfinishedPayment } from "../pay/unfinished-payment.ts";
import { Notice } from "../ui/notice.tsx";

interface Said {
  readonly amount: string | null;
  readonly phone: string | null;
}

const noOutcome = (what: string) => `${what} has no outcome yet`;
const ofSum = (amount: string | null) => (amount === null ? "" : ` of ${amount}`);
const bySum = (amount: string | null) => (amount === null ? "" : ` بقيمة ${amount}`);

const EN: Readonly<Record<PaymentKind, (said: Said) => string>> = {
  send: ({ amount, phone }) =>
    noOutcome(`A payment${ofSum(amount)}${phone === null ? "" : ` to ${phone}`}`),
  deposit: ({ amount }) => noOutcome(`A deposit${ofSum(amount)}`),
  withdrawal: ({ amount }) => noOutcome(`A withdrawal${ofSum(amount)}`),
  exchange: () => noOutcome("An exchange"),
  hold: ({ amount, phone }) =>
    noOutcome(`A hold${ofSum(amount)}${phone === null ? "" : ` for ${phone}`}`),
  holdChange: ({ amount }) =>
    noOutcome(`A change of a hold${amount === null ? "" : ` (${amount})`}`),
  refund: () => noOutcome("A refund"),
  wallet: () => noOutcome("A new wallet"),
  close: () => noOutcome("The closing of a wallet"),
};

const AR: Readonly<Record<PaymentKind, (said: Said) => string>> = {
  send: ({ amount, phone }) =>
    `دفعة${bySum(amount)}${phone === null ? "" : ` إلى ${phone}`} لم تُعرف نتيجتها بعد`,
  deposit: ({ amount }) => `إيداع${bySum(amount)} لم تُعرف نتيجته بعد`,
  withdrawal: ({ amount }) => `سحب${bySum(amount)} لم تُعرف نتيجته بعد`,
  exchange: () => "عملية صرف لم تُعرف نتيجتها بعد",
  hold: ({ amount, phone }) =>
    `حجز${bySum(amount)}${phone === null ? "" : ` لصاحب الرقم ${phone}`} لم تُعرف نتيجته بعد`,
  holdChange: ({ amount }) =>
    `تغيير على حجز${amount === null ? "" : ` (${amount})`} لم تُعرف نتيجته بعد`,
  refund: () => "ردّ دفعة لم تُعرف نتيجته بعد",
  wallet: () => "فتح محفظة لم تُعرف نتيجته بعد",
  close: () => "إغلاق محفظة لم تُعرف نتيجته بعد",
};

const t = words({
  en: { said: EN, once: "It cannot happen twice.", check: "Check it" },
  ar: { said: AR, once: "لن تُنفَّذ العملية مرتين.", check: "التحقق من النتيجة" },
});

/** On every page: what was sent from this tab and has no outcome, with the way to ask for it. */
export function UnfinishedNotices() {
  const location = useLocation();
  const shown = unfinishedOf(intentChanges()).filter((each) => !isShownAt(each, location));
  if (shown.length === 0) return null;
  return (
    <div class="frame-notices">
      {shown.map((each) => (
        <Notice key={each.form} kind="warn" title={t().said[each.kind](saidOf(each))}>
          <p>
            {t().once} <a href={each.href}>{t().check}</a>
          </p>
        </Notice>
      ))}
    </div>
  );
}

/** What the logged-in person has sent. Each change of the store calls it with another number. */
function unfinishedOf(_changes: number): readonly UnfinishedPayment[] {
  const now = Date.now();
  return unfinishedRecords(sessionStorage, userId() ?? "").flatMap(
    ([form, record]) => unfinishedPayment(form, record, now) ?? [],
  );
}

function saidOf({ amount, currency, phone }: UnfinishedPayment): Said {
  return {
    amount: amount === null || currency === null ? null : amountText(amount, currency),
    phone: phone === null ? null : `\u2066${phone}\u2069`,
  };
}
