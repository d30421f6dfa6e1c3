import { FEED_BYTES_MAX, FEED_SECONDS_MAX } from "../../../domain/bounds.ts";

/** Reads the feed: `fetch`, or the stub of a test. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/**
 * The text of the feed: one attempt of at most FEED_SECONDS_MAX and FEED_BYTES_MAX. Throws for any
 * answer but a 200 with JSON. A redirect is not followed: only the settings choose the feed.
 */
export async function fetchFeed(url: string, get: Fetch): Promise<string> {
  const response = await get(url, {
    headers: { Accept: "application/json" },
    redirect: "manual",
    signal: AbortSignal.timeout(FEED_SECONDS_MAX * 1_000),
  });
  const type = response.headers.get("Content-Type") ?? "";
  if (response.status !== 200 || !/^application\/([\w.-]+\+)?json\b/i.test(type)) {
    await response.body?.cancel();
    throw new Error(`the feed of rates answered ${response.status} with ${type || "no type"}`);
  }
  return boundedText(response);
}

async function boundedText({ body }: Response): Promise<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });
  let [text, bytes] = ["", 0];
  for await (const part of body ?? []) {
    bytes += part.byteLength;
    if (bytes > FEED_BYTES_MAX) throw new Error("the feed of rates is too large");
    text += decoder.decode(part, { stream: true });
  }
  return text + decoder.decode();
}
