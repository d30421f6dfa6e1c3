import "../../styles/pay.css";
import { useData } from "../../api/use-data.ts";
import { language } from "../../i18n/language.ts";
import { Sum } from "../../pay/sum.tsx";
import { failureText } from "../../problems/failure-text.ts";
import { WhenLoaded } from "../../problems/loaded.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { Copy } from "../../ui/copy.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Card, Details, Page } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { Time } from "../../ui/time.tsx";
import { type Funding, type FundingKind, hasFailed, isOpen } from "./funding.ts";
import { FundingState } from "./funding-state.tsx";
import { linesFor } from "./instruction-lines.ts";
import { LIST_KEYS, PATHS, readFunding } from "./requests.ts";
import { useFollowing } from "./use-following.ts";
import { fundingWords as t } from "./words.ts";

interface FundingPageProps {
  readonly kind: FundingKind;
  readonly id: string;
}

/** One deposit or withdrawal through a provider: what to do, and how far it is. */
export function FundingPage({ kind, id }: FundingPageProps) {
  const read = useData(`${LIST_KEYS[kind]}:${id}`, () => readFunding(kind, id));
  useFollowing(read.data !== null && isOpen(read.data), read.reload);
  return (
    <Page title={t()[kind].title} back={PATHS[kind]} isFlow isTitleHidden>
      <WhenLoaded of={read} loading={<Skeleton form="details" count={5} />}>
        {(funding) => <Shown kind={kind} funding={funding} />}
      </WhenLoaded>
    </Page>
  );
}

function Shown({ kind, funding }: { readonly kind: FundingKind; readonly funding: Funding }) {
  const instructions = "instructions" in funding ? funding.instructions : null;
  const { amount, currency, failure_code, transaction_id } = funding;
  return (
    <div class="stack receipt">
      {isOpen(funding) && <p class="review-name centered">{t()[kind].pendingTitle}</p>}
      <Sum amount={amount} currency={currency} isVoid={hasFailed(funding)} />
      {instructions !== null && (
        <Notice kind="info">
          {linesFor(instructions, language.value).map((line) => (
            <p key={line} dir="auto">
              {line}
            </p>
          ))}
        </Notice>
      )}
      {instructions !== null && (
        <Card>
          <div class="reference-card">
            <span class="small quiet">{t().copyReference}</span>
            <Copy text={funding.reference} label={t().reference} />
          </div>
        </Card>
      )}
      {failure_code && <Notice kind="bad">{fundingFailure(failure_code)}</Notice>}
      <FundingDetails kind={kind} funding={funding} />
      {isOpen(funding) && <p class="under-button">{t().updates}</p>}
      {transaction_id && <LinkButton href={`/history/${transaction_id}`}>{t().payment}</LinkButton>}
      {hasFailed(funding) && (
        <LinkButton href={`${PATHS[kind]}?wallet=${funding.wallet_id}&amount=${amount}`}>
          {t()[kind].again}
        </LinkButton>
      )}
      <LinkButton href="/" kind="main">
        {t().back}
      </LinkButton>
    </div>
  );
}

function FundingDetails({
  kind,
  funding,
}: {
  readonly kind: FundingKind;
  readonly funding: Funding;
}) {
  const { created_at, completed_at, expires_at, reference } = funding;
  const isShownAbove = "instructions" in funding && funding.instructions !== null;
  return (
    <Card>
      <Details
        lines={[
          [t().state, <FundingState kind={kind} of={funding} />],
          [t().begun, <Time at={created_at} />],
          completed_at !== null && [t().ended, <Time at={completed_at} />],
          isOpen(funding) && expires_at !== null && [t().until, <Time at={expires_at} />],
          !isShownAbove && [t().reference, <Copy text={reference} label={t().reference} />],
        ]}
      />
    </Card>
  );
}

/** Why it failed: by the provider's own word, or as a payment is refused. */
function fundingFailure(code: NonNullable<Funding["failure_code"]>): string {
  return code === "provider_failed" ? t().providerFailed : failureText(code);
}
