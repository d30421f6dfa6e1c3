import type { TypedAnswer } from "../../../api/answer.ts";
import { ReasonedAct } from "../../ui/reasoned-act.tsx";
import { optionsOf } from "../../words/name.ts";
import { UNFREEZE_REASON, type UnfreezeReason } from "../../words/people.ts";

interface LiftProps {
  readonly texts: {
    readonly title: string;
    readonly what: string;
    /** Of a legal order: who cannot lift it. */
    readonly legal: string;
    readonly done: string;
  };
  /** The freeze or suspension. */
  readonly lifted: { readonly reason: string } | null;
  readonly send: (reason: UnfreezeReason) => Promise<TypedAnswer<unknown>>;
  readonly changes: readonly string[];
  readonly onClose: () => void;
}

/** Lifts a freeze or a suspension. */
export function Lift({ texts, lifted, ...act }: LiftProps) {
  const isLegal = lifted?.reason === "legal_order";
  const what = isLegal ? `${texts.what} ${texts.legal}` : texts.what;
  return <ReasonedAct {...act} texts={{ ...texts, what }} reasons={optionsOf(UNFREEZE_REASON)} />;
}
