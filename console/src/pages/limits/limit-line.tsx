import type { Limit } from "@mahfaza/client";
import { formatDecimal } from "../../i18n/amount.ts";
import { formatTime } from "../../i18n/time.ts";
import { isZero } from "../../pay/amount-sign.ts";
import { isCount, isUnbounded } from "../../pay/unbounded-limit.ts";
import { Button } from "../../ui/button.tsx";
import { Meter } from "../../ui/meter.tsx";
import { meterPercent } from "../../ui/meter-percent.ts";
import { measureOf } from "./limit-kinds.ts";
import { limitText } from "./limit-text.ts";
import { limitWords as t } from "./words.ts";

interface LimitLineProps {
  readonly limit: Limit;
  readonly currency: string;
  /** Opens the change of an own limit. */
  readonly onChange: (limit: Limit) => void;
}

/** From here on a bar warns. */
const WARN_PERCENT = 80;

/** One limit: how much of it is left, when it begins again, and whose it is. */
export function LimitLine({ limit, currency, onChange }: LimitLineProps) {
  const { name, own_limit: own } = limit;
  const measure = measureOf(limit);
  const kind = name.replace(/^(?:out|in)_/, "") as keyof ReturnType<typeof t>["name"];
  return (
    <li class="limit">
      <div class="limit-head">
        <h3>{t().name[kind]}</h3>
        {measure && (
          <Button kind="quiet" onClick={() => onChange(limit)}>
            {own === null ? t().set : t().change}
          </Button>
        )}
      </div>
      <LimitUse limit={limit} currency={currency} />
      <OwnLimit limit={limit} currency={currency} />
    </li>
  );
}

function LimitUse({ limit, currency }: Omit<LimitLineProps, "onChange">) {
  const { name, used, remaining, resets_at } = limit;
  const text = (value: string) => limitText(name, value, currency);
  if (isUnbounded(name, limit.limit, currency)) return <Unbounded limit={limit} text={text} />;
  if (used === null) return <p class="limit-left">{t().atMost(text(limit.limit))}</p>;
  const percent = meterPercent(used, limit.limit);
  const isEmpty = isZero(remaining);
  const figure = (value: string) => (isCount(name) ? formatDecimal(value) : text(value));
  const usedText = t().used(figure(used), figure(limit.limit));
  return (
    <>
      <p class="limit-left">{isEmpty ? t().nothingLeft : t().left(text(remaining))}</p>
      <Meter
        percent={percent}
        label={usedText}
        tone={isEmpty ? "full" : percent >= WARN_PERCENT ? "warn" : "plain"}
      />
      <p class="quiet small">{usedText}</p>
      {resets_at !== null && <p class="quiet small">{t().resets(formatTime(resets_at))}</p>}
    </>
  );
}

interface UnboundedProps {
  readonly limit: Limit;
  readonly text: (value: string) => string;
}

/** A limit that nobody reaches: what was used, without a bar that stays empty. */
function Unbounded({ limit: { used, resets_at }, text }: UnboundedProps) {
  return (
    <>
      <p class="limit-left">{t().unbounded}</p>
      {used !== null && resets_at !== null && (
        <p class="quiet small">{t().usedSoFar(text(used))}</p>
      )}
    </>
  );
}

function OwnLimit({ limit, currency }: Omit<LimitLineProps, "onChange">) {
  const { name, own_limit: own, tier_limit: tier, pending } = limit;
  if (own === null) return null;
  return (
    <p class="limit-own small">
      {isUnbounded(name, tier, currency) ? t().ownAlone : t().own(limitText(name, tier, currency))}{" "}
      {pending && <strong>{pendingText(limit, currency)}</strong>}
    </p>
  );
}

/** The change of an own limit that is still to come, and its time; empty without one. */
export function pendingText({ name, pending }: Limit, currency: string): string {
  if (!pending) return "";
  const time = formatTime(pending.applies_at);
  return pending.own_limit === null
    ? t().pendingNone(time)
    : t().pending(limitText(name, pending.own_limit, currency), time);
}
