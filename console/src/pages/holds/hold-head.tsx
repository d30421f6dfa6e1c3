import type { HoldDetails } from "@mahfaza/client";
import { amountText } from "../../i18n/amount.ts";
import { formatTime } from "../../i18n/time.ts";
import { words } from "../../i18n/words.ts";
import { isZero } from "../../pay/amount-sign.ts";
import { Sum } from "../../pay/sum.tsx";
import { Meter } from "../../ui/meter.tsx";
import { meterPercent } from "../../ui/meter-percent.ts";
import { Tag } from "../../ui/tag.tsx";
import { isUnused, stateAt, toneOf } from "./hold-acts.ts";
import { timeLeft, timeLeftText } from "./time-left.ts";
import { holdWords as shared } from "./words.ts";

const t = words({
  en: {
    of: (captured: string, amount: string) => `${captured} of ${amount} is paid`,
  },
  ar: {
    of: (captured: string, amount: string) => `دُفع ${captured} من ${amount}`,
  },
});

interface HoldHeadProps {
  readonly hold: HoldDetails;
  readonly now: number;
}

/** The amount that counts now: what is left while it is open, what was paid once it has ended. */
export function HoldHead({ hold, now }: HoldHeadProps) {
  const { amount, captured, capturable, currency } = hold;
  const state = stateAt(hold, now);
  const isOpen = state === "open";
  const isVoid = isUnused(hold, now);
  const paid = t().of(amountText(captured, currency), amountText(amount, currency));
  return (
    <div class="hold-head">
      <Tag kind={toneOf(state)}>{shared().state[state]}</Tag>
      <Sum
        amount={isOpen ? capturable : isVoid ? amount : captured}
        currency={currency}
        isVoid={isVoid}
      />
      <p class="quiet">{headText(hold, now)}</p>
      {!isZero(captured) && (
        <>
          <Meter percent={meterPercent(captured, amount)} label={paid} />
          <p class="quiet small">{paid}</p>
        </>
      )}
    </div>
  );
}

function headText(hold: HoldDetails, now: number): string {
  const state = stateAt(hold, now);
  if (state !== "open") return shared().stateText[state];
  const left = timeLeft(hold.expires_at, now);
  return left
    ? shared().ends_in(timeLeftText(left))
    : shared().stateText.open(formatTime(hold.expires_at));
}
