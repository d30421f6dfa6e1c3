import { zValidator } from "@hono/zod-validator";
import type { ValidationTargets } from "hono";
import type { z } from "zod";
import { invalidRequest } from "../invalid-request.ts";

/**
 * Validates a route that is not in the OpenAPI document; it refuses with the same problem as the
 * routes that are, whose validator is routing.ts's.
 */
export const validated = <Target extends keyof ValidationTargets, Schema extends z.ZodType>(
  target: Target,
  schema: Schema,
) =>
  zValidator(target, schema, (result) => {
    if (!result.success) throw invalidRequest(target, result.error.issues, result.data);
  });
