import type { Recipient } from "@mahfaza/client";
import { useState } from "preact/hooks";
import { type Answer, answerOf, type Failure } from "../api/answer.ts";
import { api } from "../api/client.ts";
import { me } from "../api/session.ts";
import { useAction } from "../api/use-action.ts";
import { isOwnPhone } from "../identity/is-own-phone.ts";
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
  const { run, fail, failure, isBusy } = useAction();
  const [fault, setFault] = useState<RecipientFault | null>(null);
  const take = (recipient: Recipient | "own") => {
    if (recipient === "own") return setFault("own");
    change({ recipient });
    onNext();
  };
  const check = () => {
    if (draft.to.trim() === "") return setFault("missing");
    if (draft.by === "own" || draft.recipient) return onNext();
    void run(() => askName(draft), take);
  };
  const forget = () => {
    fail(null);
    setFault(null);
  };
  return { fault, failure, isBusy, check, forget };
}

/** The service's answer about a recipient; one's own phone is not asked for. */
async function askName(draft: SendDraft): Promise<Answer<Recipient | "own">> {
  const isPhone = draft.by === "phone";
  if (isPhone && (await isOwnPhone(draft.to, me.value?.phone ?? null))) {
    return { data: "own", failure: null };
  }
  return answerOf(api.POST("/v1/recipients/check", { body: checkBody(draft) }));
}
