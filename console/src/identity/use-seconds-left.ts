import { useEffect, useState } from "preact/hooks";
import type { Failure } from "../api/answer.ts";

/** How long a refusal asks to wait, in seconds; 0 when it asks for nothing. */
export function waitSecondsOf(failure: Failure | null): number {
  return failure?.kind === "problem" ? (failure.waitSeconds ?? 0) : 0;
}

/** The seconds that are left of a wait, counted down by the clock; 0 when it is over. */
export function useSecondsLeft(seconds: number, since: unknown): number {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    setLeft(seconds);
    if (seconds <= 0) return;
    const end = performance.now() + seconds * 1000;
    const timer = setInterval(() => {
      const rest = Math.max(0, Math.ceil((end - performance.now()) / 1000));
      setLeft(rest);
      if (rest === 0) clearInterval(timer);
    }, 500);
    return () => clearInterval(timer);
  }, [seconds, since]);
  return left;
}
