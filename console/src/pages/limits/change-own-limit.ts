import type { CurrencyLimits } from "@mahfaza/client";
import type { Answer } from "../../api/answer.ts";
import { api } from "../../api/client.ts";
import { withStepUp } from "../../pay/with-step-up.ts";
import type { Measure } from "./limit-kinds.ts";
import { ownLimitBody } from "./own-limit-body.ts";

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
