import { signal } from "@preact/signals";

/** Answers whether the person has proven a second factor. */
type Settle = (isProven: boolean) => void;

/** The question that is open now; the dialog of the shell shows it. */
export const openStepUp = signal<Settle | null>(null);

/** Asks for a second factor in place. False when the person gives up. */
export function askStepUp(): Promise<boolean> {
  return new Promise((resolve) => {
    openStepUp.peek()?.(false);
    openStepUp.value = (isProven) => {
      openStepUp.value = null;
      resolve(isProven);
    };
  });
}
