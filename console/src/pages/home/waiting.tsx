import type { Deposit, Withdrawal } from "@mahfaza/client";
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
        <FundingRows path="/deposit" of={arriving} title={t().depositsWait} />
        <FundingRows path="/withdraw" of={leaving} title={t().withdrawalsWait} />
      </Rows>
    </Section>
  );
}

/** The most requests with a row each; more than these share one row. */
const ROWS_MAX = 3;

interface FundingRowsProps {
  readonly path: string;
  readonly of: readonly (Deposit | Withdrawal)[];
  readonly title: (count: number) => string;
}

function FundingRows({ path, of: waiting, title }: FundingRowsProps) {
  const own = { icon: "clock", tone: "wait" } as const;
  if (waiting.length > ROWS_MAX) return <Row {...own} href={path} title={title(waiting.length)} />;
  return (
    <>
      {waiting.map(({ id, amount, currency, created_at }) => (
        <Row
          key={id}
          {...own}
          href={`${path}?id=${id}`}
          title={title(1)}
          detail={<Time at={created_at} />}
          end={<Amount value={amount} currency={currency} />}
        />
      ))}
    </>
  );
}
