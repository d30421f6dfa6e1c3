import type { Wallet } from "@mahfaza/client";
import { api } from "../api/client.ts";
import { useData } from "../api/use-data.ts";
import { WhenLoaded } from "../problems/loaded.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { BalanceChart } from "./balance-chart.tsx";

interface WalletChartProps {
  readonly wallet: Pick<Wallet, "id" | "currency">;
  readonly days: number;
}

/** The balance of one wallet over the last days. */
export function WalletChart({ wallet: { id, currency }, days }: WalletChartProps) {
  const balances = useData(`wallet:${id}:balances:${days}`, () =>
    api.GET("/v1/wallets/{id}/balances", { params: { path: { id }, query: { days } } }),
  );
  return (
    <WhenLoaded of={balances} loading={<Skeleton form="chart" count={1} />}>
      {(series) => <BalanceChart series={series} currency={currency} />}
    </WhenLoaded>
  );
}
