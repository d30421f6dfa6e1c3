import type { Hold } from "@mahfaza/client";
import { Amount } from "../../ui/amount.tsx";
import { Tag } from "../../ui/tag.tsx";
import { Time } from "../../ui/time.tsx";
import { isUnused, stateAt, toneOf } from "./hold-acts.ts";
import { HoldOther } from "./hold-wallet.tsx";
import { shortTimeLeft, timeLeft } from "./time-left.ts";
import { holdWords as t } from "./words.ts";

interface HoldsTableProps {
  readonly holds: readonly Hold[];
  readonly now: number;
}

/** A list of holds on a wide screen. */
export function HoldsTable({ holds, now }: HoldsTableProps) {
  return (
    <div class="table-box">
      <table class="hold-table">
        <thead>
          <tr>
            <th scope="col">{t().placed}</th>
            <th scope="col">{t().note}</th>
            <th scope="col">{t().with}</th>
            <th scope="col">{t().stateColumn}</th>
            <th scope="col">{t().ends}</th>
            <th scope="col" class="end">
              {t().captured}
            </th>
            <th scope="col" class="end">
              {t().amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {holds.map((hold) => (
            <HoldLine key={hold.id} hold={hold} now={now} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface HoldLineProps {
  readonly hold: Hold;
  readonly now: number;
}

function HoldLine({ hold, now }: HoldLineProps) {
  const { id, role, note, amount, captured, currency } = hold;
  const state = stateAt(hold, now);
  const left = state === "open" ? timeLeft(hold.expires_at, now) : null;
  const isPayer = role === "payer";
  return (
    <tr>
      <td>
        {/* The link of the whole line. */}
        <a href={`/holds/${id}`} class="hold-link">
          <Time at={hold.created_at} />
        </a>
      </td>
      <td>{note === null ? "–" : <bdi dir="auto">{note}</bdi>}</td>
      <td class="hold-with">
        {isPayer ? t().forShort : t().fromShort} <HoldOther hold={hold} />
      </td>
      <td>
        <Tag kind={toneOf(state)}>{t().state[state]}</Tag>
      </td>
      <td>
        {left ? t().in_time(shortTimeLeft(left)) : <Time at={hold.closed_at ?? hold.expires_at} />}
      </td>
      <td class="end">
        <Amount value={captured} />
      </td>
      <td class="end">
        <Amount value={amount} currency={currency} isVoid={isUnused(hold, now)} />
      </td>
    </tr>
  );
}
