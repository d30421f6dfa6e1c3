import { useEffect, useRef } from "preact/hooks";
import { Field } from "../ui/field.tsx";

interface CodeFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (typed: string) => void;
  readonly hint?: string;
  readonly error?: string | null | undefined;
  /** A recovery code has letters too. */
  readonly hasLetters?: boolean;
}

/** A one-time code, with the focus: a phone offers the code of the message that just came. */
export function CodeField({ hasLetters = false, ...field }: CodeFieldProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // After the title of a page or dialog that opens with it has taken the focus.
    const frame = requestAnimationFrame(() => box.current?.querySelector("input")?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <div ref={box} class={hasLetters ? "code-field code-long" : "code-field"}>
      <Field
        {...field}
        name="code"
        inputMode={hasLetters ? "text" : "numeric"}
        autocomplete={hasLetters ? "off" : "one-time-code"}
        spellcheck={false}
        maxLength={64}
      />
    </div>
  );
}
