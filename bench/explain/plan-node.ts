// A node of EXPLAIN's JSON, and the remarkable facts in a tree of nodes.

export interface PlanNode {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Index Name"?: string;
  readonly "Index Cond"?: string;
  readonly Filter?: string;
  /** True when the planner chose a disabled node because every alternative was disabled too. */
  readonly Disabled?: boolean;
  /** Per loop. */
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  /** Per loop. */
  readonly "Rows Removed by Filter"?: number;
  readonly "Shared Hit Blocks"?: number;
  readonly "Shared Read Blocks"?: number;
  readonly Plans?: readonly PlanNode[];
}

/** A page or a batch handles fewer rows; a node that handles more reads a growing part of a table. */
const MANY_ROWS = 1_000;

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

const rowsOf = (node: PlanNode): number =>
  Math.round((node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0)) * node["Actual Loops"]);

const titleOf = (node: PlanNode): string =>
  [node["Node Type"], node["Index Name"] ?? node["Relation Name"]].filter(Boolean).join(" ");

export interface Findings {
  /** Pages that were found in the shared buffers, and pages that were read into them. */
  readonly hit: number;
  readonly read: number;
  /** The most rows that any node handled, including rows that it filtered out. */
  readonly rowsMax: number;
  /** Sequential scans of any size, and nodes that handle many rows. */
  readonly remarks: readonly string[];
}

export function findingsOf(plan: PlanNode): Findings {
  const nodes = nodesOf(plan);
  const remarkable = nodes.filter(
    (node) =>
      (node["Actual Loops"] > 0 && node["Node Type"] === "Seq Scan") ||
      rowsOf(node) > MANY_ROWS ||
      node.Disabled,
  );
  return {
    hit: plan["Shared Hit Blocks"] ?? 0,
    read: plan["Shared Read Blocks"] ?? 0,
    rowsMax: Math.max(...nodes.map(rowsOf)),
    remarks: remarkable.map(
      (node) => `${titleOf(node)}: ${rowsOf(node)} rows${node.Disabled ? ", disabled" : ""}`,
    ),
  };
}

/** The tree as text, one line for each node, as psql shows it. */
export function printed(node: PlanNode, depth = 0): string {
  const indent = "  ".repeat(depth);
  const facts = [
    `rows=${node["Actual Rows"]}`,
    `loops=${node["Actual Loops"]}`,
    `hit=${node["Shared Hit Blocks"] ?? 0}`,
    `read=${node["Shared Read Blocks"] ?? 0}`,
  ];
  const conditions = [node["Index Cond"], node.Filter && `filter ${node.Filter}`].filter(Boolean);
  return [
    `${indent}${titleOf(node)} (${facts.join(" ")})`,
    ...conditions.map((condition) => `${indent}    ${condition}`),
    ...(node.Plans ?? []).map((child) => printed(child, depth + 1)),
  ].join("\n");
}
