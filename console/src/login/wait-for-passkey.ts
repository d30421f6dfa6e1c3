import type { components } from "@mahfaza/client";
import { answerOf } from "../api/answer.ts";
import { api } from "../api/client.ts";
import { askPasskey, canAutofillPasskeys, stopAsking } from "../identity/passkeys.ts";

/** A challenge is good for five minutes: somewhat earlier the browser gets a new one. */
const CHALLENGE_MS = 270_000;

type Chosen = (passkey: components["schemas"]["PasskeyAnswer"]) => void;

/**
 * Lets the browser offer passkeys in the phone's field, where it can. The answer ends the waiting.
 * Without an answer of the service, or after the button took its turn, nothing is offered there.
 */
export function waitForPasskey(onChosen: Chosen): () => void {
  let isOver = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = async (): Promise<void> => {
    if (isOver || !(await canAutofillPasskeys())) return;
    const { data } = await answerOf(api.POST("/v1/auth/login/passkey/options"));
    if (isOver || !data) return;
    timer = setTimeout(() => void wait(), CHALLENGE_MS);
    const { passkey } = await askPasskey(data.options, true);
    if (!passkey || isOver) return;
    clearTimeout(timer);
    onChosen(passkey);
  };
  void wait();
  return () => {
    isOver = true;
    clearTimeout(timer);
    void canAutofillPasskeys().then((can) => (can ? stopAsking() : undefined));
  };
}
