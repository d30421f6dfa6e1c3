import type { Wallet } from "@mahfaza/client";
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { problemOf } from "../../api/answer.ts";
import { api } from "../../api/client.ts";
import { invalidate, useData } from "../../api/use-data.ts";
import { currencyName, otherCurrencyName } from "../../i18n/amount.ts";
import { locale } from "../../i18n/language.ts";
import { words } from "../../i18n/words.ts";
import { marketName } from "../../pay/rate-terms.ts";
import { usePayment } from "../../pay/use-payment.ts";
import { FailureNotice } from "../../problems/failure-notice.tsx";
import { WhenLoaded } from "../../problems/loaded.tsx";
import { fieldProblem } from "../../problems/problem-text.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { Field, SelectField } from "../../ui/field.tsx";
import { Page } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { currencyChoices } from "./currency-choices.ts";

type Market = NonNullable<Wallet["market"]>;

const t = words({
  en: {
    title: "New wallet",
    find: "Find a currency",
    findHint: "By its name or code",
    currency: "Currency",
    none: "No currency fits. Try its code, like USD.",
    market: "Which rial",
    marketHint:
      "The rials of Aden and Sana’a have different values. A wallet holds one of them, for good.",
    label: "Name of the wallet",
    labelHint: "For you alone. You can leave it empty.",
    open: "Open the wallet",
  },
  ar: {
    title: "محفظة جديدة",
    find: "ابحث عن عملة",
    findHint: "باسمها أو رمزها",
    currency: "العملة",
    none: "لا توجد عملة مطابقة. جرّب رمزها، مثل \u2066USD\u2069.",
    market: "أي ريال",
    marketHint: "لريال عدن وريال صنعاء قيمتان مختلفتان. تحفظ المحفظة أحدهما دائمًا.",
    label: "اسم المحفظة",
    labelHint: "لك وحدك، ويمكنك تركه فارغًا.",
    open: "فتح المحفظة",
  },
});

/** The longest name that the service takes. */
const LABEL_LENGTH_MAX = 50;

interface Asked {
  readonly currency: string;
  readonly market?: Market;
  readonly label?: string;
}

/** Opens another wallet. */
export function OpenWalletPage() {
  const currencies = useData("currencies", () => api.GET("/v1/currencies"));
  return (
    <Page title={t().title} back="/wallets" isNarrow>
      <WhenLoaded of={currencies} loading={<Skeleton form="details" count={4} />}>
        {({ data }) => (
          <OpenWalletForm
            offered={data.filter(({ replaced_by }) => replaced_by === null).map(({ code }) => code)}
            withMarkets={data.filter(({ markets }) => markets.length > 0).map(({ code }) => code)}
          />
        )}
      </WhenLoaded>
    </Page>
  );
}

interface FormProps {
  readonly offered: readonly string[];
  readonly withMarkets: readonly string[];
}

function OpenWalletForm({ offered, withMarkets }: FormProps) {
  const { route } = useLocation();
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState("");
  const [market, setMarket] = useState<Market>("aden");
  const [label, setLabel] = useState("");
  const payment = usePayment<Asked, Wallet>({
    name: "open-wallet",
    send: (body, intent) => api.POST("/v1/wallets", { body, intent }),
    onDone: (wallet) => {
      invalidate("wallets");
      route(`/wallets/${wallet.id}`, true);
    },
  });
  const all = offered.map((code) => ({
    code,
    name: currencyName(code),
    otherName: otherCurrencyName(code),
  }));
  const { compare } = new Intl.Collator(locale.value);
  const shown = currencyChoices(all, typed, compare);
  const currency = (shown.find(({ code }) => code === chosen) ?? shown[0])?.code ?? "";
  const hasMarkets = withMarkets.includes(currency);
  const { state } = payment;
  const failure = state.kind === "failed" ? state.failure : null;
  const problem = problemOf(failure);
  const submit = (event: Event) => {
    event.preventDefault();
    const name = label.trim();
    payment.submit({ currency, ...(hasMarkets && { market }), ...(name && { label: name }) });
  };

  return (
    <div class="stack">
      <FindCurrency typed={typed} onTyped={setTyped} isFound={shown.length > 0} />
      {shown.length > 0 && (
        <form class="stack" onSubmit={submit}>
          <SelectField
            label={t().currency}
            value={currency}
            onValue={setChosen}
            error={fieldProblem(problem, "/currency")}
          >
            {shown.map(({ code, name }) => (
              <option key={code} value={code}>
                {name} ({code})
              </option>
            ))}
          </SelectField>
          {hasMarkets && (
            <div class="stack-small">
              <Choice
                label={t().market}
                value={market}
                onValue={setMarket}
                options={[
                  ["aden", marketName("aden")],
                  ["sanaa", marketName("sanaa")],
                ]}
              />
              <p class="field-note">{t().marketHint}</p>
            </div>
          )}
          <Field
            label={t().label}
            hint={t().labelHint}
            value={label}
            onValue={setLabel}
            autocomplete="off"
            maxLength={LABEL_LENGTH_MAX}
            error={fieldProblem(problem, "/label")}
          />
          {failure && <FailureNotice failure={failure} onAgain={payment.again} />}
          <Button kind="main" type="submit" isBusy={state.kind === "sending"}>
            {t().open}
          </Button>
        </form>
      )}
    </div>
  );
}

interface FindCurrencyProps {
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  readonly isFound: boolean;
}

/** A form of its own: Enter in it opens no wallet. */
function FindCurrency({ typed, onTyped, isFound }: FindCurrencyProps) {
  return (
    <search>
      <form onSubmit={(event) => event.preventDefault()}>
        <Field
          type="search"
          label={t().find}
          hint={t().findHint}
          error={isFound ? null : t().none}
          value={typed}
          onValue={onTyped}
          autocomplete="off"
          maxLength={50}
        />
      </form>
    </search>
  );
}
