import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, expectTypeOf, it } from "vitest";
import type {
  BodyOf,
  Client,
  Entry,
  ErrorCode,
  Money,
  Operation,
  Problem,
  Result,
  Transaction,
  Wallet,
} from "../../packages/client/src/index.ts";
import { generatedFiles } from "../../scripts/client/generated-files.ts";
import { ERROR_CODES } from "../../src/contract/error-codes.ts";
import { root } from "../tidy/tree.ts";

type Transfer = Operation<"/v1/transfers", "post">;
type ReadWallet = Operation<"/v1/wallets/{id}", "get">;

describe("the generated files", () => {
  it("are those that `npm run client:types` makes of this service", async () => {
    for (const [file, text] of await generatedFiles()) {
      // A comparison of the whole texts would print megabytes.
      const isCurrent = readFileSync(path.join(root, file), "utf8") === text;
      expect(`${file}: ${isCurrent ? "current" : "run npm run client:types"}`).toBe(
        `${file}: current`,
      );
    }
  });

  it("have each code of a problem", () => {
    expectTypeOf<(typeof ERROR_CODES)[number]>().toEqualTypeOf<ErrorCode>();
    expect(new Set(ERROR_CODES).size).toBeGreaterThan(50);
  });
});

describe("the types", () => {
  it("have null and unions as the document says", () => {
    expectTypeOf<Wallet["label"]>().toEqualTypeOf<string | null>();
    expectTypeOf<Wallet["market"]>().toEqualTypeOf<"aden" | "sanaa" | null>();
    expectTypeOf<Wallet["status"]>().toEqualTypeOf<"active" | "frozen" | "closed">();
    expectTypeOf<Transaction["status"]>().toEqualTypeOf<"success" | "failed">();
    type Login = Extract<Result<Operation<"/v1/auth/login", "post">>, { error?: never }>["data"];
    expectTypeOf<Login["status"]>().toEqualTypeOf<"logged_in" | "second_factor_required">();
    expectTypeOf<Extract<Login, { status: "logged_in" }>["user"]["phone"]>().toEqualTypeOf<
      string | null
    >();
  });

  it("have money in requests and answers", () => {
    expectTypeOf<Wallet["balance"]>().toEqualTypeOf<Money>();
    expectTypeOf<Entry["amount"]>().toEqualTypeOf<Money>();
    expectTypeOf<BodyOf<Transfer>["amount"]>().toEqualTypeOf<Money | undefined>();
    type OwnLimits = BodyOf<Operation<"/v1/limits/{currency}", "patch">>;
    expectTypeOf<OwnLimits["day_sum"]>().toEqualTypeOf<Money | null | undefined>();
  });

  it("make optional what has a default", () => {
    expectTypeOf<BodyOf<Transfer>["currency"]>().toEqualTypeOf<string | undefined>();
  });

  it("have the problems that an operation can answer, and no other", () => {
    type Codes = NonNullable<Result<ReadWallet>["error"]>["code"];
    expectTypeOf<"wallet_not_found">().toExtend<Codes>();
    expectTypeOf<"insufficient_funds">().not.toExtend<Codes>();
    expectTypeOf<"insufficient_funds">().toExtend<NonNullable<Result<Transfer>["error"]>["code"]>();
  });

  it("have a problem as a union that its code discriminates", () => {
    const shown = (problem: Problem): string => {
      switch (problem.code) {
        case "insufficient_funds":
          expectTypeOf(problem.code).toEqualTypeOf<"insufficient_funds">();
          return "no money";
        // @ts-expect-error there is no such code
        case "no_such_code":
          return "";
        default:
          expectTypeOf(problem.code).not.toExtend<"insufficient_funds">();
          return problem.title;
      }
    };
    expect(shown({ code: "not_found", title: "Nothing" } as Problem)).toBe("Nothing");
  });

  it("refuse what the document does not have", () => {
    const refused = (client: Client) => [
      // @ts-expect-error there is no such path
      client.GET("/v1/nothing"),
      // @ts-expect-error the path has no such method
      client.DELETE("/v1/wallets"),
      // @ts-expect-error the path's parameter is missing
      client.GET("/v1/wallets/{id}"),
      // @ts-expect-error there is no such member
      client.POST("/v1/wallets", { body: { currency: "USD", colour: "red" } }),
      // @ts-expect-error an intent is made by openIntent
      client.POST("/v1/wallets", { body: { currency: "USD" }, intent: "key" }),
    ];
    expect(refused).toBeTypeOf("function");
  });
});
