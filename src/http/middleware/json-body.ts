import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { BODY_BYTES_MAX } from "../../domain/limits.ts";
import type { AppEnv } from "../app-env.ts";
import { parseJson } from "../parse-json.ts";
import { ApiError } from "../problem.ts";

const JSON_IN_UTF8 = /^application\/json *(; *charset="?utf-8"?)? *$/i;

/**
 * Reads a JSON body within its bound, whatever Content-Length says, and lays it where the schema's
 * validator looks. It runs after `authenticated`: a stranger's body is not read.
 */
export const jsonBody = createMiddleware<AppEnv>(async (c, next) => {
  if (!JSON_IN_UTF8.test(c.req.header("Content-Type") ?? "")) {
    throw new ApiError("unsupported_media_type");
  }
  const value = parseJson(await readBounded(c));
  c.req.json = (async () => value) as typeof c.req.json;
  await next();
});

async function readBounded(c: Context): Promise<Uint8Array> {
  const tooLarge = () =>
    new ApiError("body_too_large", { detail: `A body has at most ${BODY_BYTES_MAX} bytes.` });
  if (Number(c.req.header("Content-Length") ?? 0) > BODY_BYTES_MAX) throw tooLarge();
  const bytes = new Uint8Array(BODY_BYTES_MAX);
  let length = 0;
  for await (const chunk of wholeBody(c)) {
    if (length + chunk.byteLength > BODY_BYTES_MAX) throw tooLarge();
    bytes.set(chunk, length);
    length += chunk.byteLength;
  }
  return bytes.subarray(0, length);
}

/** The body's chunks; a client that leaves in the middle has sent no JSON, and is no fault of ours. */
async function* wholeBody(c: Context): AsyncGenerator<Uint8Array> {
  try {
    yield* c.req.raw.body ?? [];
  } catch {
    throw new ApiError("malformed_json", { detail: "The body ended early." });
  }
}
