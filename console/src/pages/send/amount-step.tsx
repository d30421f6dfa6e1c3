import type { Wallet } from "@mahfaza/client";
import { invalidate } from "../../api/use-data.ts";
import { currencyName } from "../../i18n/amount.ts";
import { AmountAndWallet } from "../../pay/amount-and-wallet.tsx";
import { NoteField } from "../../pay/note-field.tsx";
import { payWords } from "../../pay/pay-words.ts";
import { marketName } from "../../pay/rate-terms.ts";
import { paymentFault } from "../../pay/spendable.ts";
import {
  amountCurrency,
  paidInOf,
  paidInOptions,
  payerOf,
  payers,
  type SendDraft,
} from "../../transfer/draft.ts";
import { Recipient } from "../../transfer/recipient.tsx";
import type { StepProps } from "../../transfer/recipient-step.tsx";
import { sendWords as t } from "../../transfer/words.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Page } from "../../ui/page.tsx";
import { useCheckedForm } from "../../ui/use-checked-form.ts";

/** How much, from which wallet, and what the person is told. */
export function AmountStep(props: StepProps) {
  const { draft, wallets, onBack } = props;
  const able = payers(wallets, draft);
  const from = payerOf(draft, wallets);
  return (
    <Page title={t().howMuch} onBack={onBack} isFlow>
      <Recipient draft={draft} wallets={wallets} isSmall />
      {from ? <AmountForm {...props} able={able} from={from} /> : <NoPayer draft={draft} />}
    </Page>
  );
}

/** No wallet has the money of the own wallet that was chosen, or all are frozen. */
function NoPayer({ draft }: { readonly draft: SendDraft }) {
  const isOwn = draft.by === "own";
  return (
    <Empty
      title={t().noPayer}
      action={
        <LinkButton href={isOwn ? `/exchange?to=${draft.to}` : "/wallets"}>
          {isOwn ? t().exchange : payWords().wallets}
        </LinkButton>
      }
    >
      {t().noPayerText}
    </Empty>
  );
}

interface AmountFormProps extends StepProps {
  readonly able: readonly Wallet[];
  readonly from: Wallet;
}

function AmountForm({ draft, change, able, from, onNext }: AmountFormProps) {
  const currency = amountCurrency(draft, from);
  const payer = currency === from.currency ? from : null;
  const fault = paymentFault(draft.amount, currency, payer);
  const next = () => {
    change({ fromId: from.id });
    onNext();
  };
  // Money may have arrived since the wallets were read.
  const { isTried, submit } = useCheckedForm(fault === null, next, () => invalidate("wallets"));
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <AmountAndWallet
        amount={draft.amount}
        onAmount={(amount) => change({ amount })}
        currency={currency}
        error={isTried ? fault : null}
        walletLabel={t().from}
        wallet={from}
        wallets={able}
        onWallet={(fromId) => change({ fromId, paidIn: null })}
      />
      <OtherCurrency draft={draft} change={change} from={from} />
      <NoteField
        label={t().noteField}
        hint={t().noteHint}
        value={draft.note}
        onValue={(note) => change({ note })}
      />
      <Button kind="main" type="submit">
        {payWords().review}
      </Button>
    </form>
  );
}

/** For a recipient who is paid in another currency, or can be: which, and whose amount it is. */
function OtherCurrency({
  draft,
  change,
  from,
}: Pick<AmountFormProps, "draft" | "change" | "from">) {
  const options = paidInOptions(draft, from);
  const paidIn = paidInOf(draft, from);
  const isOther = paidIn !== from.currency;
  if (options.length < 2 && !isOther) return null;
  return (
    <>
      <Choice
        label={t().paidIn}
        value={paidIn}
        options={options.map((code) => [code, currencyName(code)])}
        onValue={(code) => change({ paidIn: code })}
      />
      {isOther && (
        <Choice
          label={t().side.label}
          value={draft.side}
          options={(["source", "target"] as const).map((side) => [side, t().side[side]])}
          onValue={(side) => change({ side })}
        />
      )}
      {isOther && paidIn === "YEM" && (
        <div class="stack-small">
          <Choice
            label={t().market}
            value={draft.market}
            options={(["aden", "sanaa"] as const).map((market) => [market, marketName(market)])}
            onValue={(market) => change({ market })}
          />
          <p class="field-note">{t().markets}</p>
        </div>
      )}
    </>
  );
}
