import { z } from "zod";
import { ERROR_CODES } from "./error-codes.ts";
import { ExceededLimit } from "./limits.ts";
import { TransactionBody, TransactionPreview } from "./transactions.ts";

export const ProblemError = z
  .object({
    in: z.enum(["body", "query", "path", "header"]),
    pointer: z
      .string()
      .meta({ description: "RFC 6901, into what `in` names.", examples: ["/amount"] }),
    code: z
      .string()
      .meta({ description: "What is wrong with this part.", examples: ["invalid_amount"] }),
    message: z.string().meta({ examples: ["must be a positive plain decimal"] }),
  })
  .meta({ id: "ProblemError", description: "One part of a request that is not valid." });

export type ProblemError = z.infer<typeof ProblemError>;

/** An error on the wire. Source: RFC 9457. */
export const Problem = z
  .object({
    type: z.string().meta({
      format: "uri-reference",
      description: "Where the code is explained.",
      examples: ["/docs/problems#insufficient_funds"],
    }),
    title: z.string().meta({
      description: "What the code means.",
      examples: ["The available balance is too small"],
    }),
    status: z.int().meta({ description: "The HTTP status again.", examples: [422] }),
    detail: z.string().optional().meta({ description: "What to do, or why. For people." }),
    code: z.enum(ERROR_CODES).meta({
      description: "Decide by this. Each operation lists the codes that it can answer.",
      examples: ["insufficient_funds"],
    }),
    request_id: z.string().meta({
      description: "Name it when you ask for help.",
      examples: ["019abf00-5b10-7c4e-9d52-1f3a5b7c9d11"],
    }),
    errors: z
      .array(ProblemError)
      .optional()
      .meta({ description: "Each part of the request that is not valid." }),
    transaction: TransactionBody.optional().meta({
      description: "The transaction that records the refusal, when there is one.",
    }),
    exceeded_limit: ExceededLimit.optional().meta({
      description: "With `limit_exceeded`: the limit, what is left of it, and when it resets.",
    }),
    captured: z
      .string()
      .optional()
      .meta({ description: "What was captured of the hold.", examples: ["100.00"] }),
    capturable: z
      .string()
      .optional()
      .meta({ description: "What can still be captured of the hold.", examples: ["300.00"] }),
    refunded: z.string().optional().meta({
      description: "Of a refused refund: what was given back of the original until then.",
    }),
    refundable: z.string().optional().meta({
      description: "Of a refused refund: what its receiver can still give back.",
    }),
    preview: TransactionPreview.optional().meta({
      description: "The transaction that would record the refusal, in the answer to a dry run.",
    }),
    currencies: z
      .array(z.string())
      .optional()
      .meta({
        description:
          "With `recipient_not_found` for a phone: the other currencies in which its holder can be paid now, as POST /v1/recipients/check shows them. Not in a replay.",
        examples: [["YEM"]],
      }),
  })
  .meta({ id: "Problem", description: "RFC 9457 problem details." });

export type Problem = z.infer<typeof Problem>;
