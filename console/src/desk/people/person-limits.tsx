import type { components } from "@mahfaza/client";
import { api } from "../../api/client.ts";
import { currencyName, formatDecimal } from "../../i18n/amount.ts";
import { words } from "../../i18n/words.ts";
import { Amount } from "../../ui/amount.tsx";
import { Section } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { Time } from "../../ui/time.tsx";
import { useProven } from "../proven.ts";
import { Nothing } from "../ui/nothing.tsx";
import { Table } from "../ui/table.tsx";
import { WhenProven } from "../ui/when-proven.tsx";
import { LIMIT } from "../words/money.ts";
import { nameOf } from "../words/name.ts";

const t = words({
  en: {
    limit: "Limit",
    most: "Most",
    used: "Used",
    left: "Left",
    resets: "Resets",
    own: "own limit",
    none: "No limits to show",
    noneText: "The limits of each currency in which this person has a wallet are here.",
  },
  ar: {
    limit: "الحد",
    most: "الأقصى",
    used: "المستخدم",
    left: "المتبقي",
    resets: "يتجدّد",
    own: "حدّ خاص",
    none: "لا توجد حدود",
    noneText: "تظهر هنا حدود كل عملة لهذا الشخص محفظة بها.",
  },
});

type Limit = components["schemas"]["Limit"];
type CurrencyLimits = components["schemas"]["CurrencyLimits"];

/** What a person may pay, receive and keep, and what is used of it. */
export function PersonLimits({ id }: { readonly id: string }) {
  const limits = useProven(`limits:${id}`, () =>
    api.GET("/v1/admin/users/{id}/limits", { params: { path: { id } } }),
  );
  return (
    <WhenProven of={limits} loading={<Skeleton form="rows" count={6} />}>
      {({ data }) =>
        data.length === 0 ? (
          <Nothing title={t().none} text={t().noneText} />
        ) : (
          <div class="stack">
            {data.map((one) => (
              <LimitTable key={one.currency} of={one} />
            ))}
          </div>
        )
      }
    </WhenProven>
  );
}

function LimitTable({ of: { currency, limits } }: { readonly of: CurrencyLimits }) {
  const value = (name: Limit["name"], text: string | null) =>
    text === null ? (
      "–"
    ) : name.endsWith("_count") ? (
      <bdi class="num">{formatDecimal(text)}</bdi>
    ) : (
      <Amount value={text} />
    );
  return (
    <Section title={currencyName(currency)}>
      <Table
        caption={currencyName(currency)}
        rows={limits}
        keyOf={({ name }) => name}
        columns={[
          { title: t().limit, cell: ({ name }) => nameOf(LIMIT, name) },
          {
            title: t().most,
            isEnd: true,
            cell: ({ name, limit, own_limit }) => (
              <>
                {value(name, limit)}
                {own_limit === limit && <span class="quiet small"> · {t().own}</span>}
              </>
            ),
          },
          { title: t().used, isEnd: true, cell: ({ name, used }) => value(name, used) },
          { title: t().left, isEnd: true, cell: ({ name, remaining }) => value(name, remaining) },
          {
            title: t().resets,
            isEnd: true,
            cell: ({ resets_at }) => (resets_at ? <Time at={resets_at} /> : "–"),
          },
        ]}
      />
    </Section>
  );
}
