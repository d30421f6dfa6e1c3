import { useState } from "preact/hooks";
import { answerOf, type Failure } from "../../api/answer.ts";
import { api } from "../../api/client.ts";
import { me } from "../../app/session.ts";
import { isOwnPhone } from "../../identity/is-own-phone.ts";
import type { SendDraft } from "./draft.ts";
import { checkBody } from "./transfer-body.ts";

/** What is wrong with a recipient before the service is asked: nobody is named, or oneself. */
export type RecipientFault = "missing" | "own";

interface CheckParts {
  readonly draft: SendDraft;
  readonly change: (part: Partial<SendDraft>) => void;
  readonly onNext: () => void;
}

interface RecipientCheck {
  readonly fault: RecipientFault | null;
  readonly failure: Failure | null;
  readonly isBusy: boolean;
  readonly check: () => void;
  /** Forgets what was wrong: the recipient is another one. */
  readonly forget: () => void;
}

/** Checks by name whom the form pays, and goes on once the name is known. */
export function useRecipientCheck({ draft, change, onNext }: CheckParts): RecipientCheck {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [fault, setFault] = useState<RecipientFault | null>(null);
  const [isBusy, setBusy] = useState(false);
  const check = async () => {
    if (draft.to.trim() === "") return setFault("missing");
    if (draft.by === "own" || draft.recipient) return onNext();
    setBusy(true);
    if (draft.by === "phone" && (await isOwnPhone(draft.to, me.value?.phone ?? null))) {
      setBusy(false);
      return setFault("own");
    }
    const answer = await answerOf(api.POST("/v1/recipients/check", { body: checkBody(draft) }));
    setBusy(false);
    setFailure(answer.failure);
    if (answer.failure) return;
    change({ recipient: answer.data });
    onNext();
  };
  const forget = () => {
    setFailure(null);
    setFault(null);
  };
  return { fault, failure, isBusy, check: () => void check(), forget };
}
