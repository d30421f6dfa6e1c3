import { z } from "zod";
import { FactorsBody, factorsBody, PasskeyBody } from "./factors.ts";

/** Without the names of passkeys, which their user chose. */
export const WatchedFactorsBody = FactorsBody.extend({
  passkeys: z.array(PasskeyBody.omit({ id: true, name: true })),
}).meta({
  id: "WatchedFactors",
  description: "A user's second factors as operators see them: kinds, counts and times.",
});

/** The wire form of a user's factors, for operators. */
export function watchedFactorsBody(
  factors: Parameters<typeof factorsBody>[0],
): z.infer<typeof WatchedFactorsBody> {
  const { passkeys, ...others } = factorsBody(factors);
  return {
    ...others,
    passkeys: passkeys.map(({ created_at, last_used_at }) => ({ created_at, last_used_at })),
  };
}
