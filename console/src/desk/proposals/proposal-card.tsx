import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Answer } from "../../api/answer.ts";
import { relativeTime } from "../../i18n/time.ts";
import { words } from "../../i18n/words.ts";
import { Button } from "../../ui/button.tsx";
import { theOperator } from "../operator.ts";
import { OperatorName } from "../operators/operator-name.tsx";
import { decisionsOn } from "../rights.ts";
import { type Decision, DecisionDialog } from "./decision-dialog.tsx";

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
  readonly title: ComponentChildren;
  /** Its details. */
  readonly children: ComponentChildren;
  readonly approve: () => Promise<Answer<unknown>>;
  readonly reject: () => Promise<Answer<unknown>>;
  readonly onDecided: () => void;
}

/** A proposal: what changes, who proposed it and when, and the decision of this admin. */
export function ProposalCard(props: ProposalCardProps) {
  const { proposal, title, children } = props;
  const [open, setOpen] = useState<Decision | null>(null);
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
            onClick={() => setOpen(decision)}
          >
            {t()[decision]}
          </Button>
        ))}
      </div>
      {open && (
        <DecisionDialog
          decision={open}
          what={title}
          send={open === "approve" ? props.approve : props.reject}
          onDecided={props.onDecided}
          onClose={() => setOpen(null)}
        />
      )}
    </article>
  );
}
