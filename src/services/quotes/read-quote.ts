import { sql } from "drizzle-orm";
import type { QuoteId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Quote } from "../../domain/quote.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { readInSession } from "../identity/sessions/read-in-session.ts";
import { type QuoteRow, quoteOf, selectQuotes } from "./rows/quote-row.ts";

/** A quote of the caller. Another user's is refused as unknown. */
export async function readQuote(
  ctx: Pick<ServiceContext, "db">,
  caller: Caller,
  id: QuoteId,
): Promise<Outcome<Quote, "session_ended" | "quote_not_found">> {
  const isOwn = sql`q.id = ${id} AND q.user_id = ${caller.userId}`;
  const read = await readInSession(ctx, caller, (db) => [
    db.execute<QuoteRow>(selectQuotes(isOwn)),
  ]);
  if (!read.ok) return read;
  const [row] = read.value[0].rows;
  return row ? done(quoteOf(row)) : refuse("quote_not_found");
}
