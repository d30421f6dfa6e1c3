import { expect, it } from "vitest";
import { JOBS } from "../../src/jobs/jobs.ts";
import { textOf } from "./tree.ts";

it("the table of jobs has exactly the crons of wrangler.toml", () => {
  const list = textOf("wrangler.toml").match(/^crons = \[(.*)\]$/m)?.[1] ?? "";
  const crons = [...list.matchAll(/"([^"]+)"/g)].map(([, cron]) => cron);
  expect(crons.length).toBeGreaterThan(0);
  expect(Object.keys(JOBS).sort()).toEqual(crons.sort());
});
