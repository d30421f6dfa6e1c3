import { webIntentStore } from "@mahfaza/client";
import { signal } from "@preact/signals";

const changes = signal(0);
const stored = webIntentStore(sessionStorage);

/** Where this tab keeps its unfinished payments; what reads `intentChanges` is drawn again. */
export const intentStore: typeof stored = {
  get: stored.get,
  set: async (name, record) => {
    await stored.set(name, record);
    changes.value += 1;
  },
  delete: async (name) => {
    await stored.delete(name);
    changes.value += 1;
  },
};

/** Rises with each payment of this tab that was sent, and with each that has its outcome. */
export function intentChanges(): number {
  return changes.value;
}
