// The plan of every executed statement. Postgres' auto_explain sends it to the client that ran the statement,
// with the plans of nested statements, such as the checks of foreign keys.
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

/** One execution of a statement. */
export interface Execution {
  readonly text: string;
  readonly ms: number;
  readonly plan: PlanNode;
}

/** Turns the plans on for all later connections. They are off while the database is filled, which is faster. */
export async function explainFromNowOn(databaseUrl: string): Promise<void> {
  const url = new URL(databaseUrl);
  url.username = SUPERUSER;
  await withClient(url.href, async (client) => {
    await client.query("ALTER DATABASE mahfaza SET auto_explain.log_min_duration = 0");
    await client.query(`GRANT SET ON PARAMETER ${NESTED} TO mahfaza`);
  });
}

/** The SQL statement that turns the plans of nested statements on or off for a connection. */
export const nesting = (isOn: boolean): string => `SET ${NESTED} = ${isOn}`;

/** A client of node-postgres, or of Neon's driver, which is derived from it. */
export type NoticeSource = Pick<pg.Client, "on">;

/** Collects the plans that a client receives. `take` returns them and empties the collection. */
export function collectExecutions(client: NoticeSource): { take(): Execution[] } {
  let received: Execution[] = [];
  client.on("notice", ({ message }) => {
    const found = /^duration: ([\d.]+) ms {2}plan:\n([\s\S]*)$/.exec(message ?? "");
    if (!found) return;
    const { "Query Text": text, Plan } = JSON.parse(found[2] ?? "") as {
      "Query Text": string;
      Plan: PlanNode;
    };
    received.push({ text, ms: Number(found[1]), plan: Plan });
  });
  return {
    take() {
      const taken = received;
      received = [];
      return taken;
    },
  };
}
