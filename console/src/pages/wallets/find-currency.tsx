import { Field } from "../../ui/field.tsx";
import { openWords as t } from "./open-words.ts";

interface FindCurrencyProps {
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  readonly isFound: boolean;
}

/** Finds a currency by a text. It is a form of its own, so that Enter in it opens no wallet. */
export function FindCurrency({ typed, onTyped, isFound }: FindCurrencyProps) {
  return (
    <search>
      <form onSubmit={(event) => event.preventDefault()}>
        <Field
          type="search"
          label={t().find}
          hint={t().findHint}
          error={isFound ? null : t().none}
          value={typed}
          onValue={onTyped}
          autocomplete="off"
          maxLength={50}
        />
      </form>
    </search>
  );
}
