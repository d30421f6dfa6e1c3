import { useEffect } from "preact/hooks";
import { intentName } from "./intent-name.ts";
import { intentStore } from "./intent-store.ts";
import type { FormName } from "./payment-forms.ts";

/**
 * Calls `onFound` with the first of these forms whose payment was sent before a reload and has no
 * outcome yet, so that its dialog opens again and asks what became of it.
 */
export function useUnfinished(forms: readonly FormName[], onFound: (form: FormName) => void): void {
  useEffect(() => {
    void findUnfinished(forms).then((form) => form !== null && onFound(form));
  }, [forms.join()]);
}

async function findUnfinished(forms: readonly FormName[]): Promise<FormName | null> {
  for (const form of forms) if (await intentStore.get(intentName(form))) return form;
  return null;
}
