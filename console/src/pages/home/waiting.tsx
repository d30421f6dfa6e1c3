import { api } from "../../api/client.ts";
import { useData } from "../../api/use-data.ts";
import { Amount } from "../../ui/amount.tsx";
import { Section } from "../../ui/page.tsx";
import { Row, Rows } from "../../ui/row.tsx";
import { Time } from "../../ui/time.tsx";
import { homeWords as t } from "./words.ts";

/** As many as are asked for; when there are more, the page says so. */
const HOLDS_SHOWN = 50;

/**
 * What is not done yet: open holds, and deposits and withdrawals that are on their way. It stays
 * silent when it cannot be read: it is a hint, and its own pages say why.
 */
export function Waiting() {
  const holds = useData("holds:open", () =>
    api.GET("/v1/holds", { params: { query: { state: "open", limit: HOLDS_SHOWN } } }),
  );
  const deposits = useData("deposits", () => api.GET("/v1/deposits"));
  const withdrawals = useData("withdrawals", () => api.GET("/v1/withdrawals"));
  const count = holds.data?.data.length ?? 0;
  const arriving = deposits.data?.data.filter(({ status }) => status === "pending") ?? [];
  const leaving =
    withdrawals.data?.data.filter(({ status }) => status === "pending" || status === "sent") ?? [];
  if (count + arriving.length + leaving.length === 0) return null;
  return (
    <Section title={t().waiting}>
      <Rows>
        {count > 0 && (
          <Row
            icon="lock"
            tone="wait"
            href="/holds"
            title={t().holds(count, holds.data?.next_cursor !== null)}
            detail={t().holdsText}
          />
        )}
        {arriving.map(({ id, amount, currency, created_at }) => (
          <Row
            key={id}
            icon="clock"
            tone="wait"
            href="/deposit"
            title={t().depositWaits}
            detail={<Time at={created_at} />}
            end={<Amount value={amount} currency={currency} />}
          />
        ))}
        {leaving.map(({ id, amount, currency, created_at }) => (
          <Row
            key={id}
            icon="clock"
            tone="wait"
            href="/withdraw"
            title={t().withdrawalWaits}
            detail={<Time at={created_at} />}
            end={<Amount value={amount} currency={currency} />}
          />
        ))}
      </Rows>
    </Section>
  );
}
