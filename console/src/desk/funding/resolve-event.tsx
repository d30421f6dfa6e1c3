import { useState } from "preact/hooks";
import { api } from "../../api/client.ts";
import { invalidate } from "../../api/use-data.ts";
import { words } from "../../i18n/words.ts";
import { Field } from "../../ui/field.tsx";
import { AdjustmentFields } from "../people/acts/adjustment-fields.tsx";
import { useAdjustment } from "../people/acts/use-adjustment.ts";
import { act } from "../proven.ts";
import { CurrencyField } from "../rates/currency-field.tsx";
import { ActDialog } from "../ui/act-dialog.tsx";
import { isWalletId, knownCurrency, startOf } from "./event-start.ts";
import type { SuspendedEvent } from "./suspended-events.tsx";

const t = words({
  en: {
    title: "Resolve the event",
    what: "You propose an adjustment for this event. Once it is approved, the money moves and the event leaves the list.",
    wallet: "Wallet",
    walletHint: "The event names no wallet. Enter the id of the owner’s wallet.",
    walletWrong: "An id that begins with wal_",
    currency: "Currency of the wallet",
    currencyWrong: "Choose the currency of the wallet",
    submit: "Propose the adjustment",
    done: "The adjustment is proposed. Another admin must approve it within 24 hours; no money has moved.",
    list: "Open the proposals",
  },
  ar: {
    title: "معالجة الحدث",
    what: "تقترح هنا تسوية لهذا الحدث. بعد الموافقة عليها يُنقل المال ويخرج الحدث من القائمة.",
    wallet: "المحفظة",
    walletHint: "لا يذكر الحدث محفظة: أدخل معرّف محفظة صاحب المال.",
    walletWrong: "معرّف يبدأ بـ \u2066wal_\u2069",
    currency: "عملة المحفظة",
    currencyWrong: "اختر عملة المحفظة",
    submit: "اقتراح التسوية",
    done: "اقتُرحت التسوية. يجب أن يوافق مدير آخر خلال 24 ساعة؛ لم يُنقل أي مال بعد.",
    list: "فتح الاقتراحات",
  },
});

interface ResolveProps {
  readonly event: SuspendedEvent;
  readonly onClose: () => void;
}

/** Proposes the adjustment that resolves an event in suspense. */
export function ResolveEvent({ event, onClose }: ResolveProps) {
  const [wallet, setWallet] = useState(event.wallet_id ?? "");
  const [currency, setCurrency] = useState(knownCurrency(event.currency));
  const form = useAdjustment(currency || "YEM", startOf(event), event.id);
  const id = wallet.trim();
  return (
    <ActDialog
      title={t().title}
      onClose={onClose}
      what={t().what}
      needsSecond
      submit={t().submit}
      isComplete={() => form.check() && isWalletId(id) && currency !== ""}
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
          {t().done} <a href="/desk/proposals">{t().list}</a>
        </>
      )}
    >
      <div class="ltr-input">
        <Field
          label={t().wallet}
          hint={event.wallet_id ? undefined : t().walletHint}
          error={form.isTried && !isWalletId(id) ? t().walletWrong : null}
          value={wallet}
          onValue={setWallet}
          readOnly={event.wallet_id !== null}
          autocomplete="off"
          spellcheck={false}
        />
      </div>
      <CurrencyField
        label={t().currency}
        value={currency}
        onValue={setCurrency}
        error={form.isTried && currency === "" ? t().currencyWrong : null}
      />
      <AdjustmentFields form={form} currency={currency || "YEM"} />
    </ActDialog>
  );
}
