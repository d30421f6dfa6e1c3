import { z } from "zod";

export const Health = z.object({ status: z.literal("ok") }).meta({ id: "Health" });

export const Readiness = z
  .object({
    status: z.literal("ok"),
    ledger: z
      .object({
        verified_until: z.iso.datetime().nullable().meta({
          description:
            "Every transaction that was posted before this has been checked. A job continues each minute.",
        }),
        problems: z.int().meta({
          description:
            "Violations of the ledger's rules that the checks found. The service continues to run.",
        }),
      })
      .meta({
        description:
          "The result of the ledger's checks. It does not decide whether the service is ready.",
      }),
  })
  .meta({ id: "Readiness" });
