import { useState } from "preact/hooks";

interface CheckedForm {
  /** Whether somebody has tried to go on: from then on the fields say what is wrong. */
  readonly isTried: boolean;
  readonly submit: (event: Event) => void;
}

/**
 * A form that goes on with what was filled in, or says what is wrong with it. `filled` is false or
 * null while something is wrong.
 */
export function useCheckedForm<T>(
  filled: T | false | null,
  onNext: (filled: T) => void,
  onFault: () => void = () => {},
): CheckedForm {
  const [isTried, setTried] = useState(false);
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (filled === false || filled === null) onFault();
    else onNext(filled);
  };
  return { isTried, submit };
}
