import type { CurrencyLimits, components, Money } from "@mahfaza/client";
import type { Answer } from "../../api/answer.ts";
import { api } from "../../api/client.ts";
import { withStepUp } from "../../pay/with-step-up.ts";
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

/** Sets an own limit of what goes out. A raise or a removal asks for a second factor in place. */
export function changeOwnLimit(
  currency: string,
  measure: Measure,
  wish: string | null,
): Promise<Answer<CurrencyLimits>> {
  return withStepUp(() =>
    api.PATCH("/v1/limits/{currency}", {
      params: { path: { currency } },
      body: ownLimitBody(measure, wish),
    }),
  );
}
