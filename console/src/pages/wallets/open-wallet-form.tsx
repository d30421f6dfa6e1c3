import type { Wallet } from "@mahfaza/client";
import { useLocation } from "preact-iso";
import { problemOf } from "../../api/answer.ts";
import { api } from "../../api/client.ts";
import { marketName } from "../../pay/rate-terms.ts";
import { usePayment } from "../../pay/use-payment.ts";
import { FailureNotice } from "../../problems/failure-notice.tsx";
import { fieldProblem } from "../../problems/problem-text.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { Field, SelectField } from "../../ui/field.tsx";
import type { CurrencyChoice } from "./currency-choices.ts";
import { LABEL_LENGTH_MAX } from "./label-length.ts";
import { openWords as t } from "./open-words.ts";

type Market = NonNullable<Wallet["market"]>;

/** What the wallet is besides its currency. */
export interface WalletTerms {
  readonly market: Market;
  readonly label: string;
}

interface Asked {
  readonly currency: string;
  readonly market?: Market;
  readonly label?: string;
}

interface OpenWalletFormProps {
  readonly choices: readonly CurrencyChoice[];
  readonly currency: string;
  readonly onCurrency: (code: string) => void;
  readonly hasMarkets: boolean;
  readonly terms: WalletTerms;
  readonly onTerms: (change: Partial<WalletTerms>) => void;
}

/** The currency that is chosen, the market of a rial, a name, and one button. */
export function OpenWalletForm(props: OpenWalletFormProps) {
  const { choices, currency, onCurrency, hasMarkets, terms, onTerms } = props;
  const { market, label } = terms;
  const { route } = useLocation();
  const payment = usePayment<Asked, Wallet>({
    name: "open-wallet",
    send: (body, intent) => api.POST("/v1/wallets", { body, intent }),
    onDone: ({ id }) => route(`/wallets/${id}`, true),
  });
  const { state } = payment;
  const failure = state.kind === "failed" ? state.failure : null;
  const problem = problemOf(failure);
  const submit = (event: Event) => {
    event.preventDefault();
    const name = label.trim();
    payment.submit({ currency, ...(hasMarkets && { market }), ...(name && { label: name }) });
  };
  return (
    <form class="stack" onSubmit={submit}>
      <SelectField
        label={t().currency}
        value={currency}
        onValue={onCurrency}
        error={fieldProblem(problem, "/currency")}
      >
        {choices.map(({ code, name }) => (
          <option key={code} value={code}>
            {name} ({code})
          </option>
        ))}
      </SelectField>
      {hasMarkets && (
        <MarketField market={market} onMarket={(chosen) => onTerms({ market: chosen })} />
      )}
      <Field
        label={t().label}
        hint={t().labelHint}
        value={label}
        onValue={(typed) => onTerms({ label: typed })}
        autocomplete="off"
        maxLength={LABEL_LENGTH_MAX}
        error={fieldProblem(problem, "/label")}
      />
      {failure && <FailureNotice failure={failure} onAgain={payment.again} />}
      <Button kind="main" type="submit" isBusy={state.kind === "sending"}>
        {t().open}
      </Button>
    </form>
  );
}

interface MarketFieldProps {
  readonly market: Market;
  readonly onMarket: (market: Market) => void;
}

function MarketField({ market, onMarket }: MarketFieldProps) {
  return (
    <div class="stack-small">
      <Choice
        label={t().market}
        value={market}
        onValue={onMarket}
        options={[
          ["aden", marketName("aden")],
          ["sanaa", marketName("sanaa")],
        ]}
      />
      <p class="field-note">{t().marketHint}</p>
    </div>
  );
}
