import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { CliError } from "../scripts/cli-error.ts";
import { commandOf } from "../scripts/system/processes.ts";

const file = path.join(tmpdir(), "mahfaza-bench.pid");
let claims = 0;

function holder(): number | null {
  try {
    const pid = Number(readFileSync(file, "utf8"));
    return commandOf(pid)?.includes("bench") ? pid : null;
  } catch {
    return null;
  }
}

/**
 * Claims this machine for one benchmark, because two at once would disturb each other. Returns the function
 * that releases it. Throws while another benchmark holds it.
 */
export function claimMachine(): () => void {
  const other = holder();
  if (other !== null && other !== process.pid) {
    throw new CliError(`another benchmark (process ${other}) is running: wait until it has ended`);
  }
  if (other === null) {
    rmSync(file, { force: true });
    // Of two that start at once, one fails because the other's file exists.
    writeFileSync(file, `${process.pid}`, { flag: "wx" });
  }
  claims++;
  return () => {
    if (--claims === 0) rmSync(file, { force: true });
  };
}
