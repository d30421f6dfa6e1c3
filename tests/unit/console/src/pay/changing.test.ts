import { expect, it } from "vitest";
import { changing } from "../../../../../console/src/pay/changing.ts";

it("a change of what is filled in leaves a refusal behind first", () => {
  const done: unknown[] = [];
  const change = changing<{ amount: string }>({ reset: () => done.push("reset") }, (part) =>
    done.push(part),
  );
  change({ amount: "1" });
  expect(done).toEqual(["reset", { amount: "1" }]);
});
