import { amountText } from "../../../i18n/amount.ts";
import { words } from "../../../i18n/words.ts";
import { ProposeAdjustment } from "../../adjustments/propose-adjustment.tsx";
import { useAdjustment } from "../../adjustments/use-adjustment.ts";
import type { WalletActProps } from "../wallet-acts.tsx";

const t = words({
  en: {
    title: "Adjust the balance by hand",
    what: "You propose a credit or a debit; the person sees it in their history once it is made.",
    credit: (amount: string) => `Propose to credit ${amount}`,
    debit: (amount: string) => `Propose to debit ${amount}`,
    propose: "Propose the adjustment",
  },
  ar: {
    title: "تسوية الرصيد يدويًا",
    what: "تقترح هنا إضافة أو خصمًا يراه الشخص في سجله بعد التنفيذ.",
    credit: (amount: string) => `اقتراح إضافة ${amount}`,
    debit: (amount: string) => `اقتراح خصم ${amount}`,
    propose: "اقتراح التسوية",
  },
});

/** Proposes a credit or a debit by hand. */
export function Adjust({ wallet, onClose }: WalletActProps) {
  const { id, currency } = wallet;
  const form = useAdjustment(currency);
  const { title, what, propose } = t();
  const amount = form.typed.value;
  const submit =
    amount === null ? propose : t()[form.fields.direction](amountText(amount, currency));
  return (
    <ProposeAdjustment
      texts={{ title, what, submit }}
      walletId={id}
      form={form}
      onClose={onClose}
    />
  );
}
