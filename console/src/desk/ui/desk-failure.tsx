import { codeOf, type Failure } from "../../api/answer.ts";
import { FailureNotice } from "../../problems/failure-notice.tsx";
import { refusalText } from "../words/refusals.ts";

interface DeskFailureProps {
  readonly failure: Failure;
  readonly onAgain?: (() => void) | undefined;
}

/** Why an operator's request did not work: the desk's own words for what operators are refused. */
export function DeskFailure({ failure, onAgain }: DeskFailureProps) {
  const code = codeOf(failure);
  return <FailureNotice failure={failure} text={code && refusalText(code)} onAgain={onAgain} />;
}
