import { useState } from "preact/hooks";
import { useData } from "../../api/use-data.ts";
import { WhenLoaded } from "../../problems/loaded.tsx";
import { Amount } from "../../ui/amount.tsx";
import { Button } from "../../ui/button.tsx";
import { Section } from "../../ui/page.tsx";
import { Row, Rows } from "../../ui/row.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { Time } from "../../ui/time.tsx";
import { type Funding, type FundingKind, hasFailed, isOpen, openFirst } from "./funding.ts";
import { stateText } from "./funding-state.tsx";
import { LIST_KEYS, listFunding, PATHS } from "./requests.ts";
import { useFollowing } from "./use-following.ts";
import { fundingWords as t } from "./words.ts";

/** How many are shown at first, and after "more": the service's largest page. */
const COUNTS = [10, 200] as const;

/** The earlier requests, the open ones first, each with its state in words. */
export function FundingList({ kind }: { readonly kind: FundingKind }) {
  const [count, setCount] = useState<number>(COUNTS[0]);
  const list = useData(`${LIST_KEYS[kind]}:${count}`, () => listFunding(kind, count));
  useFollowing(list.data?.data.some(isOpen) ?? false, list.reload);
  return (
    <Section title={t()[kind].list}>
      <WhenLoaded of={list} loading={<Skeleton form="rows" />}>
        {({ data, next_cursor }) =>
          data.length === 0 ? (
            <p class="quiet small">{t()[kind].empty}</p>
          ) : (
            <>
              <Rows>
                {openFirst(data).map((each) => (
                  <FundingRow key={each.id} kind={kind} funding={each} />
                ))}
              </Rows>
              {next_cursor !== null && count === COUNTS[0] && (
                <Button kind="quiet" onClick={() => setCount(COUNTS[1])}>
                  {t().more}
                </Button>
              )}
            </>
          )
        }
      </WhenLoaded>
    </Section>
  );
}

function FundingRow({ kind, funding }: { readonly kind: FundingKind; readonly funding: Funding }) {
  const isFailed = hasFailed(funding);
  const tone = isOpen(funding) ? "wait" : isFailed ? "bad" : "plain";
  const icon = isOpen(funding) ? "clock" : isFailed ? "cross" : "tick";
  return (
    <Row
      icon={icon}
      tone={tone}
      title={stateText({ kind, of: funding })}
      detail={<Time at={funding.created_at} />}
      end={<Amount value={funding.amount} currency={funding.currency} isVoid={isFailed} />}
      href={`${PATHS[kind]}?id=${funding.id}`}
    />
  );
}
