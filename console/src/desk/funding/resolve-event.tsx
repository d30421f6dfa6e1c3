import { useState } from "preact/hooks";
import { words } from "../../i18n/words.ts";
import { Field } from "../../ui/field.tsx";
import { ProposeAdjustment } from "../adjustments/propose-adjustment.tsx";
import { useAdjustment } from "../adjustments/use-adjustment.ts";
import { CurrencyField } from "../rates/currency-field.tsx";
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
  const walletId = wallet.trim();
  const isWallet = isWalletId(walletId);
  return (
    <ProposeAdjustment
      texts={t()}
      walletId={walletId}
      form={form}
      isComplete={isWallet && currency !== ""}
      onClose={onClose}
      fields={(isTried) => (
        <>
          <div class="ltr-input">
            <Field
              label={t().wallet}
              hint={event.wallet_id ? undefined : t().walletHint}
              error={isTried && !isWallet ? t().walletWrong : null}
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
            error={isTried && currency === "" ? t().currencyWrong : null}
          />
        </>
      )}
    />
  );
}
