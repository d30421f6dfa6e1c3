import { describe, expect, it } from "vitest";
import {
  createClient,
  items,
  money,
  ProblemError,
  pages,
} from "../../packages/client/src/index.ts";
import { registerMember, useService } from "./service.ts";

const service = useService();

/** A member whose wallet has five entries. */
async function memberWithEntries() {
  const member = await registerMember(service.url);
  for (const amount of ["1.00", "2.00", "3.00", "4.00"]) {
    await member.client.POST("/v1/deposits", {
      body: { amount: money(amount, "YEM"), currency: "YEM" },
    });
  }
  const { data } = await member.client.GET("/v1/wallets");
  const id = data?.data[0]?.id ?? "";
  return { ...member, init: { params: { path: { id }, query: { limit: 2 } } } };
}

describe("a list", () => {
  it("is read page by page, to its end", async () => {
    const { client, init } = await memberWithEntries();
    const sizes: number[] = [];
    for await (const page of pages(client, "/v1/wallets/{id}/entries", init)) {
      sizes.push(page.data.length);
    }
    expect(sizes).toEqual([2, 2, 1]);
  });

  it("is read item by item, and no page earlier than it is needed", async () => {
    const { client: _, init, session, fetch } = await memberWithEntries();
    let requests = 0;
    const hooks = { onAttempt: () => void requests++ };
    const client = createClient({ baseUrl: service.url, session, fetch, hooks });
    const amounts: string[] = [];
    for await (const entry of items(client, "/v1/wallets/{id}/entries", init)) {
      amounts.push(entry.amount);
      if (amounts.length === 3) break;
    }
    expect(amounts).toEqual(["4.00", "3.00", "2.00"]);
    expect(requests).toBe(2);
  });

  it("throws a problem", async () => {
    const { client } = await memberWithEntries();
    const query = { cursor: "no cursor" };
    const error = await pages(client, "/v1/transactions", { params: { query } })
      .next()
      .catch((error) => error);
    expect(error).toBeInstanceOf(ProblemError);
    expect(error).toMatchObject({ problem: { code: "invalid_request", status: 400 } });
  });

  it("ends when its signal aborts", async () => {
    const { client, init } = await memberWithEntries();
    const controller = new AbortController();
    const { signal } = controller;
    const read = pages(client, "/v1/wallets/{id}/entries", { ...init, signal });
    await read.next();
    controller.abort(new Error("left the page"));
    await expect(read.next()).rejects.toThrow("left the page");
  });
});
