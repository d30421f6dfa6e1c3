import { z } from "zod";

export const Health = z.object({ status: z.literal("ok") }).meta({ id: "Health" });

export const Readiness = z
  .object({
    status: z.literal("ok"),
    ledger: z
      .object({
        verified_until: z.iso.datetime().nullable().meta({
          description:
            "Every transaction that was posted up to here has been checked; a job goes on each minute.",
        }),
        problems: z.int().meta({
          description:
            "Rules of the ledger that the checks found broken. Above 0 the service goes on, and its operators look.",
        }),
      })
      .meta({
        description:
          "What the checks of the ledger found. It does not decide whether the service is ready.",
      }),
  })
  .meta({ id: "Readiness" });
