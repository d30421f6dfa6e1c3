import type { ComponentChildren, InputHTMLAttributes, SelectHTMLAttributes } from "preact";
import { useId } from "preact/hooks";

interface FieldParts {
  readonly label: string;
  /** Said before anything is typed. */
  readonly hint?: ComponentChildren;
  /** What is wrong with the value; it is announced. */
  readonly error?: string | null | undefined;
}

type InputAttribute =
  | "autocomplete"
  | "autofocus"
  | "disabled"
  | "inputMode"
  | "max"
  | "maxLength"
  | "min"
  | "name"
  | "placeholder"
  | "readOnly"
  | "required"
  | "spellcheck"
  | "value";

interface InputProps
  extends FieldParts,
    Pick<InputHTMLAttributes<HTMLInputElement>, InputAttribute> {
  readonly type?: "date" | "email" | "password" | "search" | "tel" | "text";
  readonly onValue: (value: string) => void;
  /** A notice of the form says what is wrong with the value. */
  readonly isFaulty?: boolean;
  /** Stands behind the value: a currency. */
  readonly suffix?: ComponentChildren;
}

/** An input with its label, hint and error, tied together for a screen reader. */
export function Field(props: InputProps) {
  const { label, hint, error, isFaulty = false, onValue, suffix, ...input } = props;
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="field-box">
        <input
          {...(input as InputHTMLAttributes<HTMLInputElement>)}
          id={id}
          aria-describedby={`${id}-note`}
          aria-invalid={isFaulty || Boolean(error)}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
        {suffix && <span class="field-suffix">{suffix}</span>}
      </div>
      <Note id={`${id}-note`} hint={hint} error={error} />
    </div>
  );
}

interface SelectProps
  extends FieldParts,
    Pick<SelectHTMLAttributes<HTMLSelectElement>, "disabled" | "name" | "value"> {
  readonly onValue: (value: string) => void;
  readonly children: ComponentChildren;
}

/** The platform's own select. */
export function SelectField({ label, hint, error, onValue, children, ...select }: SelectProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="field-box">
        <select
          {...select}
          id={id}
          aria-describedby={`${id}-note`}
          aria-invalid={Boolean(error)}
          onChange={(event) => onValue(event.currentTarget.value)}
        >
          {children}
        </select>
      </div>
      <Note id={`${id}-note`} hint={hint} error={error} />
    </div>
  );
}

interface CheckProps {
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly checked: boolean;
  readonly onValue: (isChecked: boolean) => void;
}

export function CheckField({ label, hint, checked, onValue }: CheckProps) {
  const id = useId();
  return (
    <div class="check">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        aria-describedby={`${id}-note`}
        onChange={(event) => onValue(event.currentTarget.checked)}
      />
      <div>
        <label for={id}>{label}</label>
        <Note id={`${id}-note`} hint={hint} error={null} />
      </div>
    </div>
  );
}

/** A live region stays in the page, so that its text is announced when it appears. */
function Note({ id, hint, error }: Pick<FieldParts, "hint" | "error"> & { readonly id: string }) {
  return (
    <p id={id} class={error ? "field-note field-error" : "field-note"} aria-live="polite">
      {error ?? hint}
    </p>
  );
}
