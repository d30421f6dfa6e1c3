import type { components, Money } from "@mahfaza/client";
import type { Measure } from "./limit-kinds.ts";

type Body = components["schemas"]["ChangeOwnLimitsRequest"];

/** The body that sets one own limit; null removes it. A number of payments is a number. */
export function ownLimitBody(measure: Measure, wish: string | null): Body {
  switch (measure) {
    case "day_count":
    case "month_count":
      return { [measure]: wish === null ? null : Number(wish) };
    default:
      return { [measure]: wish as Money | null };
  }
}
