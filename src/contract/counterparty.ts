import { z } from "zod";
import type { Counterparty } from "../domain/counterparty.ts";

export const CounterpartyBody = z
  .object({
    name: z.string().meta({
      description:
        "The name that they have at present, masked as in POST /v1/recipients/check: the first letter of each word, and three stars.",
      examples: ["B*** N***"],
    }),
    is_own: z.boolean().meta({ description: "Whether it is you: both wallets are yours." }),
  })
  .meta({ id: "Counterparty", description: "The owner of the wallet on the other side." });

/** The wire form of a counterparty. */
export function counterpartyBody(
  counterparty: Counterparty | null,
): z.infer<typeof CounterpartyBody> | null {
  return counterparty && { name: counterparty.name, is_own: counterparty.isOwn };
}
