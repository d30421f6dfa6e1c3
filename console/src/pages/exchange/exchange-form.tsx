import type { Rate, Wallet } from "@mahfaza/client";
import { payWords } from "../../pay/pay-words.ts";
import { marginText } from "../../pay/rate-lines.ts";
import { availableText, paymentFault } from "../../pay/spendable.ts";
import { WalletField, walletLine } from "../../pay/wallet-field.tsx";
import { AmountField } from "../../ui/amount-field.tsx";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { Empty } from "../../ui/empty.tsx";
import { SelectField } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Page } from "../../ui/page.tsx";
import { useCheckedForm } from "../../ui/use-checked-form.ts";
import { type ExchangeDraft, type Pair, payers, rateBetween, type Target } from "./exchange.ts";
import { kindName } from "./kind-name.ts";
import { OpenTarget } from "./open-target.tsx";
import { RatesTable } from "./rates-table.tsx";
import { exchangeWords as t } from "./words.ts";

interface ExchangeFormProps {
  readonly draft: ExchangeDraft;
  readonly change: (part: Partial<ExchangeDraft>) => void;
  readonly pair: Pair;
  readonly wallets: readonly Wallet[];
  readonly rates: readonly Rate[];
  readonly onBack: () => void;
  readonly onNext: () => void;
}

/** From which wallet, into which, and how much; below it, the rates in force. */
export function ExchangeForm(props: ExchangeFormProps) {
  const { from } = props.pair;
  return (
    <Page title={t().title} onBack={props.onBack} isFlow>
      {from ? (
        <PairForm {...props} from={from} />
      ) : (
        <Empty
          title={t().noPayer}
          action={<LinkButton href="/wallets">{payWords().wallets}</LinkButton>}
        >
          {t().noPayerText}
        </Empty>
      )}
      <RatesTable rates={props.rates} />
    </Page>
  );
}

interface PairFormProps extends ExchangeFormProps {
  readonly from: Wallet;
}

function PairForm(props: PairFormProps) {
  const { change, pair, wallets, from } = props;
  const swap = () => change({ fromId: pair.to?.key ?? null, to: from.id });
  return (
    <div class="stack">
      <WalletField
        label={t().from}
        wallets={payers(wallets)}
        value={from.id}
        onValue={(fromId) => change({ fromId })}
      />
      {pair.to?.wallet && (
        <button type="button" class="swap" onClick={swap} aria-label={t().swap}>
          <Icon name="swap" />
        </button>
      )}
      {pair.to === null ? (
        <Empty title={t().noPair}>{t().noPairText}</Empty>
      ) : (
        <>
          <TargetField targets={pair.targets} to={pair.to} onTo={(to) => change({ to })} />
          {pair.to.wallet === null ? (
            <OpenTarget kind={pair.to.kind} onOpen={({ id }) => change({ to: id })} />
          ) : (
            <AmountForm {...props} to={pair.to} />
          )}
        </>
      )}
    </div>
  );
}

interface TargetFieldProps {
  readonly targets: readonly Target[];
  readonly to: Target;
  readonly onTo: (key: string) => void;
}

function TargetField({ targets, to, onTo }: TargetFieldProps) {
  const missing = targets.filter(({ wallet }) => wallet === null);
  return (
    <SelectField label={t().to} value={to.key} onValue={onTo}>
      {targets.map(
        ({ key, wallet }) =>
          wallet && (
            <option key={key} value={key}>
              {walletLine(wallet)}
            </option>
          ),
      )}
      {missing.length > 0 && (
        <optgroup label={t().newWallets}>
          {missing.map(({ key, kind }) => (
            <option key={key} value={key}>
              {kindName(kind)}
            </option>
          ))}
        </optgroup>
      )}
    </SelectField>
  );
}

interface AmountFormProps extends PairFormProps {
  readonly to: Target;
}

function AmountForm({ draft, change, from, to, rates, onNext }: AmountFormProps) {
  const currency = draft.side === "source" ? from.currency : to.kind.currency;
  const fault = paymentFault(draft.amount, currency, draft.side === "source" ? from : null);
  const rate = rateBetween(rates, from, to.kind);
  const { isTried, submit } = useCheckedForm(fault === null, () => {
    change({ fromId: from.id, to: to.key });
    onNext();
  });
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <AmountField
        label={payWords().amount}
        value={draft.amount}
        onValue={(amount) => change({ amount })}
        currency={currency}
        hint={availableText(from)}
        error={isTried ? fault : null}
      />
      <Choice
        label={t().side.label}
        value={draft.side}
        options={(["source", "target"] as const).map((side) => [side, t().side[side]])}
        onValue={(side) => change({ side })}
      />
      {rate && (
        <p class="quiet small">
          {t().middle}: {marginText(rate)}
        </p>
      )}
      <Button kind="main" type="submit">
        {t().getQuote}
      </Button>
    </form>
  );
}
