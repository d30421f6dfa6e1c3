import { api } from "../../../api/client.ts";
import { invalidate } from "../../../api/use-data.ts";
import { amountText } from "../../../i18n/amount.ts";
import { words } from "../../../i18n/words.ts";
import { act } from "../../proven.ts";
import { ActDialog } from "../../ui/act-dialog.tsx";
import type { WalletActProps } from "../wallet-acts.tsx";
import { AdjustmentFields } from "./adjustment-fields.tsx";
import { useAdjustment } from "./use-adjustment.ts";

const t = words({
  en: {
    title: "Adjust the balance by hand",
    what: "You propose a credit or a debit; the person sees it in their history once it is made.",
    credit: (amount: string) => `Propose to credit ${amount}`,
    debit: (amount: string) => `Propose to debit ${amount}`,
    propose: "Propose the adjustment",
    done: "The adjustment is proposed. Another admin must approve it within 24 hours; no money has moved.",
    list: "Open the proposals",
  },
  ar: {
    title: "تسوية الرصيد يدويًا",
    what: "تقترح هنا إضافة أو خصمًا يراه الشخص في سجله بعد التنفيذ.",
    credit: (amount: string) => `اقتراح إضافة ${amount}`,
    debit: (amount: string) => `اقتراح خصم ${amount}`,
    propose: "اقتراح التسوية",
    done: "اقتُرحت التسوية. يجب أن يوافق مدير آخر خلال 24 ساعة؛ لم يُنقل أي مال بعد.",
    list: "فتح الاقتراحات",
  },
});

/** Proposes a credit or a debit by hand. */
export function Adjust({ wallet, onClose }: WalletActProps) {
  const { id, currency } = wallet;
  const form = useAdjustment(currency);
  const amount = form.amount && amountText(form.amount, currency);
  return (
    <ActDialog
      title={t().title}
      onClose={onClose}
      what={t().what}
      needsSecond
      submit={amount ? t()[form.fields.direction](amount) : t().propose}
      isComplete={form.check}
      send={() =>
        act(() =>
          api.POST("/v1/admin/wallets/{id}/adjustments", {
            params: { path: { id } },
            body: form.body(),
          }),
        )
      }
      onDone={() => invalidate("desk:proposals:money", "desk:health")}
      outcome={() => (
        <>
          {t().done} <a href="/desk/proposals/money">{t().list}</a>
        </>
      )}
    >
      <AdjustmentFields form={form} currency={currency} />
    </ActDialog>
  );
}
