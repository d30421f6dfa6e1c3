import type { components } from "@mahfaza/client";
import { useState } from "preact/hooks";
import type { FreezeReason, FreezeScope } from "../../words/people.ts";
import type { WatchedWallet } from "../person-wallets.tsx";
import { endDays, endOfDay } from "./freeze-end.ts";

interface FreezeFieldsState {
  readonly reason: FreezeReason | null;
  readonly scope: FreezeScope;
  /** The last day; empty for none. */
  readonly day: string;
}

export interface FreezeForm {
  /** The freeze that is replaced by a stronger one; null when there is none. */
  readonly replaced: WatchedWallet["freeze"];
  readonly fields: FreezeFieldsState;
  readonly set: (change: Partial<FreezeFieldsState>) => void;
  /** The days to choose from. */
  readonly days: ReturnType<typeof endDays>;
  readonly isDayWrong: boolean;
  readonly isComplete: boolean;
  readonly body: () => components["schemas"]["FreezeWalletRequest"];
}

/** The form of a freeze; of a stronger one it begins with the terms of the one in force. */
export function useFreezeForm(replaced: WatchedWallet["freeze"]): FreezeForm {
  const [fields, setFields] = useState<FreezeFieldsState>({
    reason: replaced?.reason ?? null,
    scope: replaced?.scope ?? "both",
    day: "",
  });
  const { reason, scope, day } = fields;
  const days = endDays(new Date(), replaced?.until ?? null);
  const until = endOfDay(day);
  const isDayWrong = day !== "" && (day < days.min || day > days.max || until === null);
  return {
    replaced,
    fields,
    set: (change) => setFields({ ...fields, ...change }),
    days,
    isDayWrong,
    isComplete: reason !== null && !isDayWrong,
    body: () => ({ reason: reason as FreezeReason, scope, ...(until && { until }) }),
  };
}
