import { useState } from "preact/hooks";
import { api } from "../../api/client.ts";
import { useData } from "../../api/use-data.ts";
import { currencyName, otherCurrencyName } from "../../i18n/amount.ts";
import { locale } from "../../i18n/language.ts";
import { WhenLoaded } from "../../problems/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { type CurrencyChoice, currencyChoices } from "./currency-choices.ts";
import { FindCurrency } from "./find-currency.tsx";
import { OpenWalletForm, type WalletTerms } from "./open-wallet-form.tsx";
import { openWords as t } from "./open-words.ts";

/** Opens another wallet. */
export function OpenWalletPage() {
  const currencies = useData("currencies", () => api.GET("/v1/currencies"));
  return (
    <Page title={t().title} back="/wallets" isNarrow>
      <WhenLoaded of={currencies} loading={<Skeleton form="details" count={4} />}>
        {({ data }) => (
          <ChooseCurrency
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

function ChooseCurrency({ offered, withMarkets }: FormProps) {
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState("");
  const [terms, setTerms] = useState<WalletTerms>({ market: "aden", label: "" });
  const shown = currencyChoices(
    offered.map(choiceOf),
    typed,
    new Intl.Collator(locale.value).compare,
  );
  const choice = shown.find(({ code }) => code === chosen) ?? shown[0];
  return (
    <div class="stack">
      <FindCurrency typed={typed} onTyped={setTyped} isFound={choice !== undefined} />
      {choice && (
        <OpenWalletForm
          choices={shown}
          currency={choice.code}
          onCurrency={setChosen}
          hasMarkets={withMarkets.includes(choice.code)}
          terms={terms}
          onTerms={(change) => setTerms({ ...terms, ...change })}
        />
      )}
    </div>
  );
}

const choiceOf = (code: string): CurrencyChoice => ({
  code,
  name: currencyName(code),
  otherName: otherCurrencyName(code),
});
