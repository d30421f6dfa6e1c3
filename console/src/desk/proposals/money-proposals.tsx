import type { components } from "@mahfaza/client";
import { api } from "../../api/client.ts";
import { amountText } from "../../i18n/amount.ts";
import { words } from "../../i18n/words.ts";
import { Details } from "../../ui/page.tsx";
import { Id, PersonId } from "../ui/id.tsx";
import { usePages } from "../use-pages.ts";
import { ADJUSTMENT_REASON, REVERSAL_REASON, SHORTFALL } from "../words/money.ts";
import { nameOf } from "../words/name.ts";
import { ProposalList } from "./proposal-list.tsx";

const t = words({
  en: {
    none: "No money is proposed",
    noneText: "Adjustments and reversals that wait for a second admin are here.",
    credit: (amount: string) => `Credit ${amount}`,
    debit: (amount: string) => `Debit ${amount}`,
    reversal: (amount: string) => `Reverse ${amount}`,
    person: "Person",
    wallet: "Wallet",
    reason: "Reason",
    ticket: "Case number",
    event: "Resolves the event",
    undoes: "Transaction",
    shortfall: "If it was spent",
  },
  ar: {
    none: "لا توجد مبالغ مقترحة",
    noneText: "تظهر هنا التسويات وعمليات العكس التي تنتظر مديرًا ثانيًا.",
    credit: (amount: string) => `إضافة ${amount}`,
    debit: (amount: string) => `خصم ${amount}`,
    reversal: (amount: string) => `عكس ${amount}`,
    person: "الشخص",
    wallet: "المحفظة",
    reason: "السبب",
    ticket: "رقم الملف",
    event: "يعالج الحدث",
    undoes: "العملية",
    shortfall: "إذا أُنفق المبلغ",
  },
});

type Proposal = components["schemas"]["MoneyProposal"];

/** Adjustments and reversals that wait for a second admin. */
export function MoneyProposals() {
  const pages = usePages("proposals:money", (page) =>
    api.GET("/v1/admin/money-proposals", { params: { query: page } }),
  );
  return (
    <ProposalList
      of={pages}
      empty={{ title: t().none, text: t().noneText }}
      titleOf={titleOf}
      details={(proposal) => <ProposalDetails of={proposal} />}
      approve={(params) => api.POST("/v1/admin/money-proposals/{id}/approve", { params })}
      reject={(params) => api.POST("/v1/admin/money-proposals/{id}/reject", { params })}
      changes={["desk:proposals:money", "desk:health", "desk:funding:events"]}
    />
  );
}

function titleOf({ kind, direction, amount, currency }: Proposal): string {
  const text = amountText(amount, currency);
  if (kind === "reversal") return t().reversal(text);
  return direction === "debit" ? t().debit(text) : t().credit(text);
}

function ProposalDetails({ of }: { readonly of: Proposal }) {
  const { reverses, ticket, funding_event_id: event, shortfall } = of;
  const reasons = of.kind === "reversal" ? REVERSAL_REASON : ADJUSTMENT_REASON;
  return (
    <Details
      lines={[
        [t().person, <PersonId id={of.user_id} />],
        [t().wallet, <Id of={of.wallet_id} />],
        [t().reason, nameOf(reasons, of.reason)],
        shortfall !== null && [t().shortfall, nameOf(SHORTFALL, shortfall)],
        reverses !== null && [
          t().undoes,
          <Id of={reverses} href={`/desk/transactions/${reverses}`} />,
        ],
        ticket !== null && [t().ticket, <Id of={ticket} />],
        event !== null && [t().event, <Id of={event} />],
      ]}
    />
  );
}
