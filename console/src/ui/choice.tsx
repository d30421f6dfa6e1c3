import { useId } from "preact/hooks";

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [T, string])[];
  readonly onValue: (value: T) => void;
  /** The label is for screen readers alone. */
  readonly isLabelHidden?: boolean;
}

/** One of a few: chips in a row, which are radio buttons. */
export function Choice<T extends string>(props: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset class="choice">
      <legend class={props.isLabelHidden ? "visually-hidden" : undefined}>{props.label}</legend>
      <div class="chips">
        {props.options.map(([value, text]) => (
          <label class="chip" key={value}>
            <input
              type="radio"
              name={name}
              checked={value === props.value}
              onChange={() => props.onValue(value)}
            />
            {text}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
