import "../../styles/pay.css";
import type { Rate } from "@mahfaza/client";
import { relativeTime } from "../../i18n/time.ts";
import { marketName, rateText } from "../../pay/rate-terms.ts";
import { Empty } from "../../ui/empty.tsx";
import { Section } from "../../ui/page.tsx";
import { exchangeWords as t } from "./words.ts";

/** The rates in force, each with its market and its age. */
export function RatesTable({ rates }: { readonly rates: readonly Rate[] }) {
  return (
    <Section title={t().rates}>
      {rates.length === 0 ? (
        <Empty title={t().noRates}>{t().noRatesText}</Empty>
      ) : (
        <div class="table-box">
          <table class="rates-table">
            <caption>{t().markets}</caption>
            <thead>
              <tr>
                <th scope="col">{t().middle}</th>
                <th scope="col">{t().market}</th>
                <th scope="col" class="end">
                  {t().age}
                </th>
              </tr>
            </thead>
            <tbody>
              {rates.map((rate) => (
                <RateRow key={rate.id} rate={rate} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}

function RateRow({ rate }: { readonly rate: Rate }) {
  const { market, created_at } = rate;
  return (
    <tr>
      <td>{rateText({ ...rate, market: null })}</td>
      <td>{market ? marketName(market) : t().noMarket}</td>
      <td class="end">
        <time dateTime={created_at}>{relativeTime(created_at)}</time>
      </td>
    </tr>
  );
}
