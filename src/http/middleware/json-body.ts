import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { BODY_BYTES_MAX, BODY_SECONDS_MAX, CONTENT_TYPE_LENGTH_MAX } from "../../domain/bounds.ts";
import type { AppEnv } from "../app-env.ts";
import { parseJson } from "../parse-json.ts";
import { ApiError } from "../problem.ts";

const JSON_IN_UTF8 = /^application\/json *(; *charset="?utf-8"?)? *$/i;

/**
 * Reads a JSON body within its bounds of bytes and seconds, whatever Content-Length says, and lays it where the schema's
 * validator looks. It runs after `authenticated`: a stranger's body is not read.
 */
export const jsonBody = createMiddleware<AppEnv>(async (c, next) => {
  const type = c.req.header("Content-Type") ?? "";
  // Bounded first: in a type of many thousand blanks the pattern would try every way to share them out.
  if (type.length > CONTENT_TYPE_LENGTH_MAX || !JSON_IN_UTF8.test(type)) {
    throw new ApiError("unsupported_media_type");
  }
  const value = parseJson(await inTime(readBounded(c)));
  c.req.json = (async () => value) as typeof c.req.json;
  await next();
});

/** Gives a body up that does not come to its end: it would hold its request for ever. */
async function inTime(reading: Promise<Uint8Array>): Promise<Uint8Array> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ApiError("request_timeout")), BODY_SECONDS_MAX * 1_000);
  });
  try {
    return await Promise.race([reading, late]);
  } finally {
    clearTimeout(timer);
  }
}

const tooLarge = () =>
  new ApiError("body_too_large", { detail: `A body has at most ${BODY_BYTES_MAX} bytes.` });

async function readBounded(c: Context): Promise<Uint8Array> {
  const declared = c.req.header("Content-Length") ?? "";
  if (Number(declared) > BODY_BYTES_MAX) throw tooLarge();
  // Transfer-Encoding overrides a declared length (RFC 9112 §6.3).
  const isDeclared = /^\d+$/.test(declared) && c.req.header("Transfer-Encoding") === undefined;
  const bytes = await (isDeclared ? readWhole(c) : readChunks(c));
  if (bytes.byteLength > BODY_BYTES_MAX) throw tooLarge();
  return bytes;
}

/** A body of a declared length within the bound: HTTP lets it be no longer. */
async function readWhole(c: Context): Promise<Uint8Array> {
  try {
    return new Uint8Array(await c.req.raw.arrayBuffer());
  } catch {
    throw endedEarly();
  }
}

/** A body of any length, read no further than its bound. */
async function readChunks(c: Context): Promise<Uint8Array> {
  const bytes = new Uint8Array(BODY_BYTES_MAX);
  let length = 0;
  for await (const chunk of chunksOf(c)) {
    if (length + chunk.byteLength > BODY_BYTES_MAX) throw tooLarge();
    bytes.set(chunk, length);
    length += chunk.byteLength;
  }
  return bytes.subarray(0, length);
}

async function* chunksOf(c: Context): AsyncGenerator<Uint8Array> {
  try {
    yield* c.req.raw.body ?? [];
  } catch {
    throw endedEarly();
  }
}

/** A client that leaves in the middle has sent no JSON, and is no fault of ours. */
const endedEarly = () => new ApiError("malformed_json", { detail: "The body ended early." });
