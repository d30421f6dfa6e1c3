import type { Wallet } from "@mahfaza/client";
import { AmountAndWallet } from "../../pay/amount-and-wallet.tsx";
import { NoteField } from "../../pay/note-field.tsx";
import { payWords } from "../../pay/pay-words.ts";
import { paymentFault } from "../../pay/spendable.ts";
import { Recipient } from "../../transfer/recipient.tsx";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { CheckField } from "../../ui/field.tsx";
import { Page } from "../../ui/page.tsx";
import { useCheckedForm } from "../../ui/use-checked-form.ts";
import { secondsOf } from "./chosen-duration.ts";
import { DurationField } from "./duration-field.tsx";
import { DURATIONS } from "./durations.ts";
import { holderOf, holders, type PlaceDraft } from "./place-draft.ts";
import { placeWords as t } from "./place-words.ts";

export interface PlaceStepProps {
  readonly draft: PlaceDraft;
  readonly change: (part: Partial<PlaceDraft>) => void;
  readonly wallets: readonly Wallet[];
  readonly onBack: () => void;
  readonly onNext: () => void;
}

/** How much is reserved, for how long, and what the receiver is told. */
export function PlaceAmountStep(props: PlaceStepProps) {
  const { draft, wallets, onBack } = props;
  const from = holderOf(draft, wallets);
  return (
    <Page title={t().howMuch} onBack={onBack} isFlow>
      <Recipient draft={draft} wallets={wallets} isSmall />
      {from ? (
        <PlaceForm {...props} from={from} />
      ) : (
        <Empty
          title={t().noWallet}
          action={<LinkButton href="/wallets">{payWords().wallets}</LinkButton>}
        >
          {t().noWalletText}
        </Empty>
      )}
    </Page>
  );
}

interface PlaceFormProps extends PlaceStepProps {
  readonly from: Wallet;
}

function PlaceForm({ draft, change, wallets, from, onNext }: PlaceFormProps) {
  const fault = paymentFault(draft.amount, from.currency, from);
  const timeFault = secondsOf(draft.duration, Date.now()) === null ? t().tooLate : null;
  const { isTried, submit } = useCheckedForm(fault === null && timeFault === null, () => {
    change({ fromId: from.id });
    onNext();
  });
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <AmountAndWallet
        amount={draft.amount}
        onAmount={(amount) => change({ amount })}
        currency={from.currency}
        error={isTried ? fault : null}
        autofocus
        walletLabel={t().from}
        wallet={from}
        wallets={holders(wallets, draft)}
        onWallet={(fromId) => change({ fromId })}
      />
      <DurationField
        label={t().howLong}
        value={draft.duration}
        options={DURATIONS}
        onValue={(duration) => change({ duration })}
        hint={t().dateHint}
        error={isTried ? timeFault : null}
      />
      <NoteField
        label={t().note}
        hint={t().noteHint}
        value={draft.note}
        onValue={(note) => change({ note })}
      />
      <CheckField
        label={t().canVoid}
        hint={t().canVoidHint}
        checked={draft.canVoid}
        onValue={(canVoid) => change({ canVoid })}
      />
      <Button kind="main" type="submit">
        {payWords().review}
      </Button>
    </form>
  );
}
