import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { watchProxy } from "../../../scripts/dev/watch-proxy.ts";
import { groupMembers, holdsWithin } from "../../../scripts/system/processes.ts";

it("a killed proxy of wrangler is noticed, another process of its group is not", async () => {
  // Processes with the argument by which wrangler's are told apart, each in the group of the first.
  const script =
    "node -e 'setInterval(() => {}, 1000)' entry=127.0.0.1:9997 x & node -e 'setInterval(() => {}, 1000)' entry=127.0.0.1:0 x & wait";
  const { pid: group = 0 } = spawn("sh", ["-c", script], { detached: true, stdio: "ignore" });
  const members = (port: number) =>
    groupMembers(group, `entry=127.0.0.1:${port} `).filter((pid) => pid !== group);
  const areStarted = () => members(9997).length === 1 && members(0).length === 1;
  expect(await holdsWithin(60_000, areStarted)).toBe(true);
  const [proxy, worker] = [...members(9997), ...members(0)] as [number, number];
  const watch = watchProxy(group, 9997);
  let isLost = false;
  watch.lost.then(() => {
    isLost = true;
  });
  watch.start();
  process.kill(worker, "SIGKILL");
  await sleep(2500);
  expect(isLost).toBe(false);
  process.kill(proxy, "SIGKILL");
  await watch.lost;
  watch.stop();
});
