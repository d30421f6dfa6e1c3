import type { Hold } from "@mahfaza/client";
import { formatTime } from "../../i18n/time.ts";
import { Amount } from "../../ui/amount.tsx";
import { Row } from "../../ui/row.tsx";
import { Tag } from "../../ui/tag.tsx";
import { isUnused, stateAt, toneOf } from "./hold-acts.ts";
import { HoldOther } from "./hold-wallet.tsx";
import { shortTimeLeft, timeLeft } from "./time-left.ts";
import { holdWords as t } from "./words.ts";

interface HoldRowProps {
  readonly hold: Hold;
  readonly now: number;
  /** Whether the list has holds of several states. */
  readonly isStateShown?: boolean;
}

/** A hold in a list: who, what for, how much of it, and how long it lasts or how it ended. */
export function HoldRow({ hold, now, isStateShown = false }: HoldRowProps) {
  const state = stateAt(hold, now);
  const isPayer = hold.role === "payer";
  return (
    <Row
      href={`/holds/${hold.id}`}
      icon={isPayer ? "send" : "receive"}
      title={hold.note === null ? <Who hold={hold} /> : <bdi dir="auto">{hold.note}</bdi>}
      detail={
        <>
          {hold.note !== null && (
            <>
              <Who hold={hold} />
              <br />
            </>
          )}
          <WhenText hold={hold} now={now} />
        </>
      }
      end={
        <>
          <Amount
            value={state === "open" ? hold.capturable : hold.amount}
            currency={hold.currency}
            isVoid={isUnused(hold, now)}
          />
          {isStateShown && (
            <>
              <br />
              <Tag kind={toneOf(state)}>{t().state[state]}</Tag>
            </>
          )}
        </>
      }
    />
  );
}

function Who({ hold }: Pick<HoldRowProps, "hold">) {
  return (
    <>
      {hold.role === "payer" ? t().forShort : t().fromShort} <HoldOther hold={hold} />
    </>
  );
}

/** While it is open, how long it lasts; then when it ended. */
function WhenText({ hold, now }: HoldRowProps) {
  const left = stateAt(hold, now) === "open" ? timeLeft(hold.expires_at, now) : null;
  if (left) return <>{t().ends_in(shortTimeLeft(left))}</>;
  return <>{formatTime(hold.closed_at ?? hold.expires_at)}</>;
}
