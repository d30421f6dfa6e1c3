import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { openStepUp } from "./step-up.ts";

interface FormProps {
  readonly onSettle: (isProven: boolean) => void;
}

/** Asks for a second factor over the page that needs it. Its form is loaded when it is needed. */
export function StepUpDialog() {
  const settle = openStepUp.value;
  const [Form, setForm] = useState<ComponentType<FormProps> | null>(null);
  useEffect(() => {
    if (!settle || Form) return;
    import("./step-up-form.tsx").then(
      ({ StepUpForm }) => setForm(() => StepUpForm),
      // Without it nothing can be proven: the refusal stands.
      () => settle(false),
    );
  }, [settle]);
  return settle && Form && <Form onSettle={settle} />;
}
