import { isProblem } from "@mahfaza/client";
import { type Answer, answerOf, type TypedAnswer } from "../api/answer.ts";
import { type Loaded, useData } from "../api/use-data.ts";
import { askStepUp } from "../pay/step-up.ts";

type Send<T> = () => Promise<TypedAnswer<T>>;

let asking: Promise<boolean> | null = null;

/** Several requests of a page that need a proof at the same moment ask for it once. */
function askOnce(): Promise<boolean> {
  asking ??= askStepUp().finally(() => {
    asking = null;
  });
  return asking;
}

const needsProof = (error: unknown) => isProblem(error) && error.code === "step_up_required";

/**
 * Sends an operator's request. Also a read needs a second factor of the last five minutes: it is
 * asked for in place, and the request is sent again.
 */
export async function proven<T>(send: Send<T>): Promise<TypedAnswer<T>> {
  const answer = await send();
  if (!needsProof(answer.error)) return answer;
  return (await askOnce()) ? send() : answer;
}

/** What a page of the desk shows. Each load is a look-up: it counts, and is in the audit log. */
export function useProven<T>(key: string, load: Send<T>): Loaded<T> {
  return useData<T>(`desk:${key}`, () => proven(load));
}

/** An operator's act. */
export function act<T>(send: Send<T>): Promise<Answer<T>> {
  return answerOf(proven(send));
}
