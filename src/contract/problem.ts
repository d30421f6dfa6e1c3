import { z } from "zod";
import { TransactionBody } from "./transactions.ts";

export const ProblemError = z
  .object({
    in: z.enum(["body", "query", "path", "header"]),
    pointer: z
      .string()
      .meta({ description: "RFC 6901, into what `in` names.", examples: ["/amount"] }),
    code: z.string().meta({ examples: ["invalid_amount"] }),
    message: z.string().meta({ examples: ["must be a positive plain decimal"] }),
  })
  .meta({ id: "ProblemError" });

export type ProblemError = z.infer<typeof ProblemError>;

/** An error on the wire. Source: RFC 9457. */
export const Problem = z
  .object({
    type: z.string().meta({ examples: ["/docs/problems#insufficient_funds"] }),
    title: z.string().meta({ examples: ["The available balance is too small"] }),
    status: z.int().meta({ examples: [422] }),
    detail: z.string().optional(),
    code: z
      .string()
      .meta({ description: "One of a closed list.", examples: ["insufficient_funds"] }),
    request_id: z.string().meta({ examples: ["019abf00-5b10-7c4e-9d52-1f3a5b7c9d11"] }),
    errors: z.array(ProblemError).optional(),
    transaction: TransactionBody.optional().meta({
      description: "The recorded refusal, when there is one.",
    }),
  })
  .meta({ id: "Problem", description: "RFC 9457 problem details." });

export type Problem = z.infer<typeof Problem>;
