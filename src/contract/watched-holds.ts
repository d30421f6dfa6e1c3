import { z } from "zod";
import { WATCHED_HOLD_STATES, type WatchedHold, type WatchedHoldPosition } from "../domain/hold.ts";
import { fromWireId, toWireId } from "../domain/ids.ts";
import { unixMicros } from "../domain/instant.ts";
import type { Page } from "../domain/page.ts";
import { HoldBody, holdFields } from "./holds.ts";
import { exampleId, idText } from "./ids.ts";
import { microsOfText } from "./instant.ts";
import { type ListScope, pagedList } from "./page.ts";

const holds = pagedList<WatchedHoldPosition>({
  name: "watched_holds",
  version: 1,
  read: readPosition,
  write: ({ expiresAtMicros, id }) => `${expiresAtMicros}:${toWireId("hld", id)}`,
  example: { expiresAtMicros: unixMicros(1_795_512_600_018_204n), id: exampleId("hld") },
});

function readPosition(text: string): WatchedHoldPosition | null {
  const [micros = "", wireId = ""] = text.split(":", 2);
  const expiresAtMicros = microsOfText(micros);
  const id = fromWireId("hld", wireId);
  return expiresAtMicros !== null && id ? { expiresAtMicros, id } : null;
}

/** The query of `GET /v1/admin/holds`. */
export const WatchedHoldsQuery = z.strictObject({
  ...holds.fields,
  state: z.enum(WATCHED_HOLD_STATES).meta({
    description:
      "`lapsed`: expired without a capture, the last first. `open`: can be captured, the next to expire first.",
  }),
});

export const WatchedHoldBody = HoldBody.omit({ role: true, note: true, counterparty: true })
  .extend({
    payer_id: idText("usr", "The user who placed it."),
    payee_id: idText("usr", "The user who can capture it."),
  })
  .meta({ id: "WatchedHold", description: "A hold as operators see it, without its note." });

export const WatchedHoldsPage = holds.schema(WatchedHoldBody, "WatchedHoldsPage");

function watchedHoldBody(hold: WatchedHold): z.infer<typeof WatchedHoldBody> {
  const { note: _, ...fields } = holdFields(hold);
  return {
    ...fields,
    payer_id: toWireId("usr", hold.payerId),
    payee_id: toWireId("usr", hold.payeeId),
  };
}

/** A page of holds for operators. */
export function watchedHoldsPage(
  page: Page<WatchedHold, WatchedHoldPosition>,
  scope: ListScope,
): z.infer<typeof WatchedHoldsPage> {
  return holds.body(page, scope, watchedHoldBody);
}
