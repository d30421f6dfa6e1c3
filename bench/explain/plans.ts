// Postgres' own account of every statement that ran: auto_explain sends it to the client that ran it,
// with the statements inside it, such as the checks of foreign keys.
import type pg from "pg";
import { SUPERUSER } from "../../scripts/postgres/create-cluster.ts";
import { withClient } from "../database.ts";
import type { PlanNode } from "./plan-node.ts";

export const AUTO_EXPLAIN = {
  shared_preload_libraries: "auto_explain",
  "auto_explain.log_level": "notice",
  "auto_explain.log_format": "json",
  "auto_explain.log_analyze": "on",
  "auto_explain.log_buffers": "on",
} as const;

const NESTED = "auto_explain.log_nested_statements";

/** What one execution of a statement was. */
export interface Execution {
  readonly text: string;
  readonly ms: number;
  readonly plan: PlanNode;
}

/** From now on whoever connects is told; filling the database untold is faster. */
export async function explainFromNowOn(databaseUrl: string): Promise<void> {
  const url = new URL(databaseUrl);
  url.username = SUPERUSER;
  await withClient(url.href, async (client) => {
    await client.query("ALTER DATABASE mahfaza SET auto_explain.log_min_duration = 0");
    await client.query(`GRANT SET ON PARAMETER ${NESTED} TO mahfaza`);
  });
}

/** The statement that has its connection told of statements inside statements, or not. */
export const nesting = (isOn: boolean): string => `SET ${NESTED} = ${isOn}`;

/** A client of node-postgres, or Neon's, which was made from it. */
export type Speaker = Pick<pg.Client, "on">;

/** Collects what the client is told; taking empties. */
export function collectExecutions(client: Speaker): { take(): Execution[] } {
  let heard: Execution[] = [];
  client.on("notice", ({ message }) => {
    const found = /^duration: ([\d.]+) ms {2}plan:\n([\s\S]*)$/.exec(message ?? "");
    if (!found) return;
    const { "Query Text": text, Plan } = JSON.parse(found[2] ?? "") as {
      "Query Text": string;
      Plan: PlanNode;
    };
    heard.push({ text, ms: Number(found[1]), plan: Plan });
  });
  return {
    take() {
      const taken = heard;
      heard = [];
      return taken;
    },
  };
}
