import { useEffect, useRef } from "preact/hooks";
import { useLocation } from "preact-iso";
import { stepBefore, stepFor, stepUrl } from "./steps.ts";

interface StepsParts<S extends string> {
  readonly path: string;
  readonly steps: readonly S[];
  /** Whether a step has what the next one needs. */
  readonly isDone: (step: S) => boolean;
}

export interface Steps<S extends string> {
  readonly step: S;
  readonly go: (step: S) => void;
  /** The step before; from the first one, the start. */
  readonly back: () => void;
}

/**
 * The steps of a form, each an entry of the browser's history: the browser's back goes one step
 * back, and a reload stays at the step.
 */
export function useSteps<S extends string>({ path, steps, isDone }: StepsParts<S>): Steps<S> {
  const { path: shown, query, route } = useLocation();
  const step = stepFor(query.step, steps, isDone);
  const entered = useRef(0);
  useEffect(() => scrollTo(0, 0), [step]);
  const urlOf = (to: S) => stepUrl(path, to === steps[0] ? null : to);
  // The step of the address is not to be shown, as after the form's payment: the address follows.
  const isOther = shown === path && query.step !== undefined && query.step !== step;
  useEffect(() => {
    if (isOther) route(urlOf(step), true);
  }, [isOther, step]);
  const go = (to: S) => {
    entered.current++;
    route(urlOf(to));
  };
  const back = () => {
    const before = stepBefore(step, steps);
    if (before === null) route("/");
    else if (entered.current > 0) {
      entered.current--;
      history.back();
    } else route(urlOf(before), true);
  };
  return { step, go, back };
}
