import type { Hono } from "hono";
import { methodNotAllowed as answerMethod } from "hono/method-not-allowed";
import type { AppEnv } from "../app-env.ts";
import { ApiError } from "../problem.ts";
import { problemResponse } from "../problem-response.ts";

/** Answers 405 with Allow for a path that exists with other methods. Source: RFC 9110 §15.5.6. */
export const methodNotAllowed = (app: Hono<AppEnv>) =>
  answerMethod<AppEnv>({
    app,
    onMethodNotAllowed: (c, methods) => {
      const error = new ApiError("method_not_allowed", { headers: { Allow: methods.join(", ") } });
      return problemResponse(error, c.var.requestId);
    },
  });
