import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { TypedAnswer } from "../../api/answer.ts";
import { List } from "../ui/list.tsx";
import type { Pages } from "../use-pages.ts";
import { type Decision, DecisionDialog } from "./decision-dialog.tsx";
import { type Proposal, ProposalCard } from "./proposal-card.tsx";

type Decide = (params: { readonly path: { id: string } }) => Promise<TypedAnswer<unknown>>;

interface ProposalListProps<P extends Proposal> {
  readonly of: Pages<P>;
  readonly empty: { readonly title: string; readonly text: string };
  /** What a proposal changes, in a sentence. */
  readonly titleOf: (proposal: P) => string;
  readonly details: (proposal: P) => ComponentChildren;
  readonly approve: Decide;
  /** Rejects a proposal; withdraws one's own. */
  readonly reject: Decide;
  /** Keys of the data that a decision changes. */
  readonly changes: readonly string[];
}

/** The open proposals of one kind, and the decision on one of them. */
export function ProposalList<P extends Proposal>(props: ProposalListProps<P>) {
  const { of, empty, titleOf, details, approve, reject, changes } = props;
  // Beside the list: the decided proposal leaves it while its dialog still says what came of it.
  const [open, setOpen] = useState<{ proposal: P; decision: Decision } | null>(null);
  const send = open?.decision === "approve" ? approve : reject;
  return (
    <>
      <List of={of} empty={empty}>
        {(items) =>
          items.map((one) => (
            <ProposalCard
              key={one.id}
              proposal={one}
              title={titleOf(one)}
              onDecide={(decision) => setOpen({ proposal: one, decision })}
            >
              {details(one)}
            </ProposalCard>
          ))
        }
      </List>
      {open && (
        <DecisionDialog
          decision={open.decision}
          what={titleOf(open.proposal)}
          send={() => send({ path: { id: open.proposal.id } })}
          changes={changes}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
