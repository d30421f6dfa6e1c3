import { describe, expect, it } from "vitest";
import { made } from "../../../../../console/src/pay/made.ts";

const response = new Response();
type Data = { readonly id: string } | { readonly amount: string };
const answer = async (data?: Data, error?: unknown) =>
  data === undefined ? { error, response } : { data, response };

describe("the answer to a payment", () => {
  it("is what was made, or the problem", async () => {
    expect(await made(answer({ id: "txn_1" }))).toEqual({ data: { id: "txn_1" }, response });
    const problem = { code: "insufficient_funds" };
    expect(await made(answer(undefined, problem))).toEqual({ error: problem, response });
  });

  it("is never taken for made when it is a preview", async () => {
    await expect(made(answer({ amount: "1.00" }))).rejects.toThrow(TypeError);
  });
});
