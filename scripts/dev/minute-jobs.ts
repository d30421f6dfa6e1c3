const MINUTE_MS = 60_000;
/** Where wrangler dev takes a cron's call; by itself it starts none. */
const MINUTE_JOBS = "/cdn-cgi/handler/scheduled?cron=*+*+*+*+*";

/**
 * Starts the jobs of each minute, as the platform does; returns what ends that. A failure is in the
 * Worker's log, and a Worker that does not run is called again a minute later.
 */
export function runMinuteJobs(port: number): () => void {
  const start = () =>
    fetch(`http://127.0.0.1:${port}${MINUTE_JOBS}`, { signal: AbortSignal.timeout(MINUTE_MS) })
      .then((answer) => answer.text())
      .catch(() => undefined);
  const timer = setInterval(start, MINUTE_MS);
  return () => clearInterval(timer);
}
