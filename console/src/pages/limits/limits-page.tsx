import "../../styles/limits.css";
import type { CurrencyLimits, Limit, Limits } from "@mahfaza/client";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { api } from "../../api/client.ts";
import { useData } from "../../api/use-data.ts";
import { currencyName } from "../../i18n/amount.ts";
import { isUnbounded } from "../../pay/unbounded-limit.ts";
import { WhenLoaded } from "../../problems/loaded.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { Empty } from "../../ui/empty.tsx";
import { SelectField } from "../../ui/field.tsx";
import { Card, Page, Section } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { Tag } from "../../ui/tag.tsx";
import { limitsOf } from "./limit-kinds.ts";
import { LimitLine } from "./limit-line.tsx";
import { OwnLimitDialog } from "./own-limit-dialog.tsx";
import { limitWords as t } from "./words.ts";

/** How much the person may pay, receive and keep, and what is left of it. */
export function LimitsPage() {
  const limits = useData("limits", () => api.GET("/v1/limits"));
  return (
    <Page title={t().title}>
      <WhenLoaded of={limits} loading={<Skeleton form="card" count={3} />}>
        {(data) => <LimitsContent limits={data} />}
      </WhenLoaded>
    </Page>
  );
}

function LimitsContent({ limits: { tier, data } }: { readonly limits: Limits }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = data.find(({ currency }) => currency === chosen) ?? data[0];
  return (
    <>
      <Card>
        <p class="limit-tier">
          <span class="quiet">{t().yourTier}</span>
          <Tag kind={tier === "basic" ? "plain" : "good"}>{t().tier[tier]}</Tag>
        </p>
        <p class="quiet small">{t().tierText[tier]}</p>
      </Card>
      {data.length > 1 && shown && (
        <CurrencyField
          currencies={data.map(({ currency }) => currency)}
          value={shown.currency}
          onValue={setChosen}
        />
      )}
      {shown ? <CurrencyContent key={shown.currency} limits={shown} /> : <NoLimits />}
    </>
  );
}

/** The most chips: more would fill a phone's screen above the first limit. */
const CHIPS_MAX = 4;

interface CurrencyFieldProps {
  readonly currencies: readonly string[];
  readonly value: string;
  readonly onValue: (currency: string) => void;
}

function CurrencyField({ currencies, value, onValue }: CurrencyFieldProps) {
  const field = { label: t().currency, value, onValue };
  return currencies.length <= CHIPS_MAX ? (
    <Choice {...field} isLabelHidden options={currencies.map((one) => [one, currencyName(one)])} />
  ) : (
    <div class="limit-currency">
      <SelectField {...field}>
        {currencies.map((one) => (
          <option key={one} value={one}>
            {currencyName(one)}
          </option>
        ))}
      </SelectField>
    </div>
  );
}

function NoLimits() {
  return (
    <Empty title={t().none} action={<LinkButton href="/wallets/new">{t().openWallet}</LinkButton>}>
      {t().noneText}
    </Empty>
  );
}

function CurrencyContent({ limits: { currency, limits } }: { readonly limits: CurrencyLimits }) {
  const [changed, setChanged] = useState<Limit | null>(null);
  const balance = limits.filter(({ name }) => name === "balance");
  const lines = (shown: readonly Limit[]) =>
    shown.map((limit) => (
      <LimitLine key={limit.name} limit={limit} currency={currency} onChange={setChanged} />
    ));
  // Nothing can be set here: without a bound, one line says all.
  const linesOrNone = (shown: readonly Limit[]) =>
    shown.every(({ name, limit }) => isUnbounded(name, limit, currency)) ? (
      <li class="limit limit-left">{t().unbounded}</li>
    ) : (
      lines(shown)
    );
  return (
    <div class="limit-groups">
      <Group title={t().out} text={`${t().outText} ${t().ownHint}`}>
        {lines(limitsOf(limits, "out"))}
      </Group>
      <div class="limit-groups-end">
        <Group title={t().in} text={t().inText}>
          {linesOrNone(limitsOf(limits, "in"))}
        </Group>
        <Group title={t().balance} text={t().balanceText}>
          {linesOrNone(balance)}
        </Group>
      </div>
      {changed && (
        <OwnLimitDialog limit={changed} currency={currency} onClose={() => setChanged(null)} />
      )}
    </div>
  );
}

interface GroupProps {
  readonly title: string;
  readonly text: string;
  readonly children: ComponentChildren;
}

function Group({ title, text, children }: GroupProps) {
  return (
    <Section title={title}>
      <Card>
        <p class="quiet small">{text}</p>
        <ul class="limit-list">{children}</ul>
      </Card>
    </Section>
  );
}
