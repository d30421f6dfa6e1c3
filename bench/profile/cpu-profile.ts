import { once } from "node:events";
import { WebSocket } from "ws";
import { CliError } from "../../scripts/cli-error.ts";

/** Where a function begins, as V8 reports it; lines and columns count from 0. */
export interface CallFrame {
  readonly functionName: string;
  /** The module; empty for functions that are not JavaScript. */
  readonly url: string;
  readonly lineNumber: number;
  readonly columnNumber: number;
}

export interface CallNode {
  readonly id: number;
  readonly callFrame: CallFrame;
  /** Ids of the calls that it made. */
  readonly children?: readonly number[];
}

/** The answer of V8's inspector: the calls, and the id of the running call at each sample. */
export interface CpuProfile {
  readonly nodes: readonly CallNode[];
  readonly samples: readonly number[];
}

const SAMPLE_MICROSECONDS = 200;

/** Profiles the Worker behind this inspector port while `work` runs. */
export async function profiled<T>(port: number, work: () => Promise<T>): Promise<[T, CpuProfile]> {
  const list = await (await fetch(`http://127.0.0.1:${port}/json`)).json();
  const [target] = list as { webSocketDebuggerUrl: string }[];
  if (!target) throw new CliError("workerd's inspector shows no Worker");
  const socket = new WebSocket(target.webSocketDebuggerUrl);
  await once(socket, "open");
  const waiting = new Map<number, (result: unknown) => void>();
  socket.on("message", (text) => {
    const { id, result } = JSON.parse(`${text}`);
    waiting.get(id)?.(result);
  });
  const call = (method: string, params = {}) =>
    new Promise<unknown>((resolve) => {
      const id = waiting.size + 1;
      waiting.set(id, resolve);
      socket.send(JSON.stringify({ id, method, params }));
    });
  try {
    await call("Profiler.enable");
    await call("Profiler.setSamplingInterval", { interval: SAMPLE_MICROSECONDS });
    await call("Profiler.start");
    const result = await work();
    const { profile } = (await call("Profiler.stop")) as { profile: CpuProfile };
    return [result, profile];
  } finally {
    socket.close();
  }
}
