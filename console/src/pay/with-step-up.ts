import { type Answer, answerOf, codeOf, type TypedAnswer } from "../api/answer.ts";
import { askStepUp } from "./step-up.ts";

type Send<T> = () => Promise<TypedAnswer<T>>;

/**
 * Sends a request; when it needs a second factor, asks for one in place and sends it again, with
 * the same key. The refusal is the answer when the person gives up.
 */
export async function withStepUp<T>(send: Send<T>): Promise<Answer<T>> {
  const answer = await answerOf(send());
  if (codeOf(answer.failure) !== "step_up_required") return answer;
  return (await askStepUp()) ? answerOf(send()) : answer;
}
