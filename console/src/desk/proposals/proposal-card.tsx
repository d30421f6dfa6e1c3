import type { ComponentChildren } from "preact";
import { relativeTime } from "../../i18n/time.ts";
import { words } from "../../i18n/words.ts";
import { Button } from "../../ui/button.tsx";
import { theOperator } from "../operator.ts";
import { OperatorName } from "../operators/operator-name.tsx";
import { decisionsOn } from "../rights.ts";
import type { Decision } from "./decision-dialog.tsx";

const t = words({
  en: {
    proposedBy: "Proposed by",
    expires: "Expires",
    approve: "Approve",
    reject: "Reject",
    withdraw: "Withdraw",
    own: "You proposed it: another admin decides. You can withdraw it.",
    aboutYou: "It is about you: another admin decides.",
  },
  ar: {
    proposedBy: "اقترحه",
    expires: "ينتهي",
    approve: "موافقة",
    reject: "رفض",
    withdraw: "سحب الاقتراح",
    own: "أنت من اقترحه: يبتّ فيه مدير آخر، ويمكنك سحبه.",
    aboutYou: "يخصّك أنت: يبتّ فيه مدير آخر.",
  },
});

export interface Proposal {
  readonly id: string;
  readonly proposed_by: string;
  readonly created_at: string;
  readonly expires_at: string;
  readonly user_id?: string;
}

interface ProposalCardProps {
  readonly proposal: Proposal;
  /** What changes, in a sentence. */
  readonly title: string;
  /** Its details. */
  readonly children: ComponentChildren;
  readonly onDecide: (decision: Decision) => void;
}

/** A proposal: what changes, who proposed it and when, and what this admin can decide. */
export function ProposalCard({ proposal, title, children, onDecide }: ProposalCardProps) {
  const decisions = decisionsOn(theOperator(), proposal);
  const isOwn = proposal.proposed_by === theOperator().id;
  return (
    <article class="card proposal">
      <h2>{title}</h2>
      {children}
      <p class="quiet small">
        {!isOwn && (
          <>
            {t().proposedBy} <OperatorName id={proposal.proposed_by} /> ·{" "}
          </>
        )}
        {relativeTime(proposal.created_at)} · {t().expires} {relativeTime(proposal.expires_at)}
      </p>
      {isOwn && decisions.length > 0 && <p class="small">{t().own}</p>}
      {decisions.length === 0 && <p class="small">{t().aboutYou}</p>}
      <div class="buttons">
        {decisions.map((decision) => (
          <Button
            key={decision}
            kind={decision === "approve" ? "plain" : "quiet"}
            onClick={() => onDecide(decision)}
          >
            {t()[decision]}
          </Button>
        ))}
      </div>
    </article>
  );
}
