import { api } from "../../api/client.ts";
import { useData } from "../../api/use-data.ts";
import { amountText } from "../../i18n/amount.ts";
import { shownMask } from "../../i18n/shown-mask.ts";
import { relativeTime } from "../../i18n/time.ts";
import { sendWords as t } from "../../transfer/words.ts";
import { Notice } from "../../ui/notice.tsx";
import { SAME_AMONG, samePaymentAt } from "./same-payment.ts";

interface SamePaymentNoticeProps {
  /** The recipient's masked name, as the API answered it. */
  readonly name: string;
  readonly amount: string;
  readonly currency: string;
}

/** Points out that the same was paid not long ago; silent when the history cannot be read. */
export function SamePaymentNotice({ name, amount, currency }: SamePaymentNoticeProps) {
  const sent = useData("transactions:sent", () =>
    api.GET("/v1/transactions", {
      params: {
        query: { type: "TRANSFER", status: "success", direction: "sent", limit: SAME_AMONG },
      },
    }),
  );
  const at = samePaymentAt(sent.data?.data ?? [], { name, amount, currency }, Date.now());
  if (at === null) return null;
  const said = { sum: amountText(amount, currency), name: shownMask(name), ago: relativeTime(at) };
  return (
    <Notice kind="info" title={t().same(said)}>
      <p>
        {t().sameText} <a href="/history">{t().sameHistory}</a>
      </p>
    </Notice>
  );
}
