import { readConfig } from "../env.ts";
import { errorText, logLine } from "../log/log-line.ts";
import { type ServiceContext, serviceContext } from "../services/context.ts";
import { JOBS, type Job, type JobTable } from "./jobs.ts";

/**
 * Runs the jobs of one cron in parallel, so that a job that fails or hangs does not stop another.
 * Throws when a job has failed, after all have ended, so that the platform counts the run as
 * failed. Throws for a cron without jobs.
 */
export async function runJobs(cron: string, env: Env, table: JobTable = JOBS): Promise<void> {
  const jobs = Object.hasOwn(table, cron) ? table[cron] : undefined;
  if (!jobs) throw new Error(`no job is planned for the cron "${cron}": see src/jobs/jobs.ts`);
  const ctx = serviceContext(env, readConfig(env));
  const names = Object.keys(jobs);
  const hasSucceeded = await Promise.all(
    Object.entries(jobs).map(([name, job]) => runJob(name, job, ctx)),
  );
  const failed = names.filter((_, i) => !hasSucceeded[i]);
  if (failed.length > 0) throw new Error(`jobs failed: ${failed.join(", ")}`);
}

async function runJob(name: string, job: Job, ctx: ServiceContext): Promise<boolean> {
  try {
    console.log(logLine("job_done", { job: name, count: await job(ctx) }));
    return true;
  } catch (error) {
    console.error(logLine("job_failed", { job: name, error: errorText(error) }));
    return false;
  }
}
