import { z } from "zod";
import { fromWireId, type Id, type IdPrefix } from "../domain/ids.ts";
import { addIssue } from "./text.ts";

const EXAMPLE_SUFFIX = "01kazv5q0vfvtrx6r2n1p3b4c5";

/** The identifier that stands in examples. */
export function exampleId<P extends IdPrefix>(prefix: P): Id<P> {
  const id = fromWireId(prefix, `${prefix}_${EXAMPLE_SUFFIX}`);
  if (!id) throw new Error("the example is no identifier");
  return id;
}

/** A TypeID of this prefix on the wire; inside, the identifier itself. */
export function wireId<P extends IdPrefix>(prefix: P, description: string) {
  return z
    .string()
    .meta({ description, examples: [`${prefix}_${EXAMPLE_SUFFIX}`] })
    .transform(
      (text, ctx): Id<P> =>
        fromWireId(prefix, text) ??
        addIssue(ctx, "invalid_id", `must be an identifier that begins with ${prefix}_`),
    );
}

export const WalletId = wireId("wal", "A wallet.");
export const QuoteId = wireId("quo", "A quote.");
export const TransactionId = wireId("txn", "A transaction.");

/** The path parameter of `/v1/wallets/{id}`. */
export const WalletIdParam = z.object({ id: WalletId });
/** The path parameter of `/v1/transactions/{id}`. */
export const TransactionIdParam = z.object({ id: TransactionId });

/** How an identifier is written in answers. */
export function idText(prefix: IdPrefix, description: string) {
  return z.string().meta({ description, examples: [`${prefix}_${EXAMPLE_SUFFIX}`] });
}
