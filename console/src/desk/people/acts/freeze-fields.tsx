import { Choice } from "../../../ui/choice.tsx";
import { Field } from "../../../ui/field.tsx";
import { strongerReasons, widerScopes } from "../../rights.ts";
import { ReasonField } from "../../ui/reason-field.tsx";
import { optionsOf } from "../../words/name.ts";
import { FREEZE_REASON, FREEZE_SCOPE } from "../../words/people.ts";
import { freezeWords as t } from "./freeze-words.ts";
import type { FreezeForm } from "./use-freeze-form.ts";

interface FreezeFieldsProps {
  readonly form: FreezeForm;
  /** Whether the fields say what is missing. */
  readonly isTried: boolean;
}

/** Reason, scope and last day of a freeze: nothing that is weaker than the one it replaces. */
export function FreezeFields({ form, isTried }: FreezeFieldsProps) {
  const { replaced, fields, set, days, isDayWrong } = form;
  return (
    <>
      <ReasonField
        value={fields.reason}
        onValue={(reason) => set({ reason })}
        options={optionsOf(FREEZE_REASON).filter(
          ([code]) => !replaced || strongerReasons(replaced).includes(code),
        )}
        isTried={isTried}
      />
      <Choice
        label={t().scope}
        value={fields.scope}
        onValue={(scope) => set({ scope })}
        options={optionsOf(FREEZE_SCOPE).filter(
          ([code]) => !replaced || widerScopes(replaced).includes(code),
        )}
      />
      {(!replaced || replaced.until !== null) && (
        <Field
          type="date"
          label={t().until}
          hint={t().untilHint}
          error={isTried && isDayWrong ? (replaced ? t().early : t().wrong) : null}
          value={fields.day}
          onValue={(day) => set({ day })}
          {...days}
        />
      )}
    </>
  );
}
