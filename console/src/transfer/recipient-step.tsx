import type { Wallet } from "@mahfaza/client";
import { codeOf, type Failure } from "../api/answer.ts";
import { PaymentFailure } from "../pay/payment-failure.tsx";
import { Button, LinkButton } from "../ui/button.tsx";
import { Choice } from "../ui/choice.tsx";
import { Empty } from "../ui/empty.tsx";
import { Field } from "../ui/field.tsx";
import { Page } from "../ui/page.tsx";
import { ownTargets, type SendDraft } from "./draft.ts";
import { OwnWallets } from "./own-wallets.tsx";
import { type RecipientFault, useRecipientCheck } from "./use-recipient-check.ts";
import { sendWords as t } from "./words.ts";

export interface StepProps {
  readonly draft: SendDraft;
  readonly change: (part: Partial<SendDraft>) => void;
  readonly wallets: readonly Wallet[];
  readonly onBack: () => void;
  readonly onNext: () => void;
}

interface RecipientStepProps extends StepProps {
  /** How the recipient can be named; without it, in each way. */
  readonly ways?: readonly SendDraft["by"][];
}

const WAYS = ["phone", "wallet", "own"] as const;

/** Refusals of the name check that belong to the typed text, and are said under it. */
const OF_THE_TEXT: ReadonlySet<string | null> = new Set(["recipient_not_found", "invalid_request"]);

/** Whom the money goes to. The name is checked before the next step. */
export function RecipientStep(props: RecipientStepProps) {
  const { draft, change, wallets, onBack, ways = WAYS } = props;
  const { fault, failure, isBusy, check, forget } = useRecipientCheck(props);
  const set = (part: Partial<SendDraft>) => {
    forget();
    change({ recipient: null, paidIn: null, ...part });
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (!isBusy) check();
  };
  const targets = ownTargets(wallets);
  const isAlone = draft.by === "own" && targets.length < 2;
  const error = faultText(fault, draft.by, ways) ?? textError(draft.by, failure);
  const isOther = failure !== null && !OF_THE_TEXT.has(codeOf(failure));
  return (
    <Page title={t().who} onBack={onBack} isFlow>
      <form class="stack" onSubmit={submit} noValidate>
        <Choice
          label={t().by.label}
          isLabelHidden
          value={draft.by}
          options={ways.map((by) => [by, t().by[by]])}
          onValue={(by) => set({ by, to: "" })}
        />
        <RecipientFields draft={draft} targets={targets} error={error} onTo={(to) => set({ to })} />
        {isOther && <PaymentFailure failure={failure} onAgain={check} />}
        {!isAlone && (
          <Button kind="main" type="submit" isBusy={isBusy}>
            {t().next}
          </Button>
        )}
      </form>
    </Page>
  );
}

function faultText(
  fault: RecipientFault | null,
  by: SendDraft["by"],
  ways: readonly SendDraft["by"][],
): string | null {
  if (fault === "missing") return t().missing[by];
  if (fault === null) return null;
  return ways.includes("own") ? t().ownPhone : t().ownPhoneAlone;
}

function textError(by: SendDraft["by"], failure: Failure | null): string | null {
  const code = codeOf(failure);
  if (code === "recipient_not_found") return t().notFound;
  if (code !== "invalid_request") return null;
  return by === "phone" ? t().badPhone : t().badId;
}

interface RecipientFieldsProps {
  readonly draft: SendDraft;
  readonly targets: readonly Wallet[];
  readonly error: string | null;
  readonly onTo: (to: string) => void;
}

function RecipientFields({ draft, targets, error, onTo }: RecipientFieldsProps) {
  if (draft.by === "own") {
    return targets.length < 2 ? (
      <Empty
        title={t().noWallets}
        action={<LinkButton href="/wallets/new">{t().openWallet}</LinkButton>}
      >
        {t().noWalletsText}
      </Empty>
    ) : (
      <OwnWallets label={t().to} wallets={targets} value={draft.to} error={error} onValue={onTo} />
    );
  }
  const isPhone = draft.by === "phone";
  return (
    <div class="ltr-input">
      <Field
        key={draft.by}
        label={isPhone ? t().phone : t().walletId}
        hint={isPhone ? t().phoneHint : t().walletHint}
        type={isPhone ? "tel" : "text"}
        autocomplete="off"
        spellcheck={false}
        value={draft.to}
        error={error}
        onValue={onTo}
      />
    </div>
  );
}
