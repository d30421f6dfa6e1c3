import type { BodyOf, Operation, Quote } from "@mahfaza/client";
import { useEffect, useRef, useState } from "preact/hooks";
import { answerOf, type Failure } from "../api/answer.ts";
import { api } from "../api/client.ts";
import { type Deadline, deadlineOf, type Moment, secondsLeft } from "./countdown.ts";

export type QuoteBody = BodyOf<Operation<"/v1/quotes", "post">>;

type QuoteState =
  | { readonly kind: "asking" }
  | { readonly kind: "held"; readonly quote: Quote; readonly deadline: Deadline }
  | { readonly kind: "failed"; readonly failure: Failure };

export interface HeldQuote {
  readonly state: QuoteState;
  /** Whole seconds until the quote lapses; 0 when it has, or there is none. */
  readonly seconds: number;
  /** Whether the quote can be used at this very moment. */
  readonly isOpen: () => boolean;
  /** Asks for a new one. */
  readonly renew: () => void;
}

const now = (): Moment => ({ monotonicMs: performance.now(), wallMs: Date.now() });
const TICK_MS = 250;

/**
 * A quote of the service for what is asked, and how long it still holds. Null asks for none. The
 * client gives each request for a quote a key of its own, so that a repeat gets the same quote.
 */
export function useQuote(asked: QuoteBody | null): HeldQuote {
  const [state, setState] = useState<QuoteState>({ kind: "asking" });
  const [seconds, setSeconds] = useState(0);
  const turn = useRef(0);

  const renew = async () => {
    if (asked === null) return;
    const own = ++turn.current;
    setState({ kind: "asking" });
    const next = await askQuote(asked);
    // A later question has replaced this one.
    if (own !== turn.current) return;
    setState(next);
    setSeconds(next.kind === "held" ? secondsLeft(next.deadline, now()) : 0);
  };

  useEffect(() => {
    void renew();
    return () => {
      turn.current++;
    };
  }, [JSON.stringify(asked)]);

  useEffect(() => {
    if (state.kind !== "held") return;
    const timer = setInterval(() => setSeconds(secondsLeft(state.deadline, now())), TICK_MS);
    return () => clearInterval(timer);
  }, [state]);

  return {
    state,
    seconds: state.kind === "held" ? seconds : 0,
    isOpen: () => state.kind === "held" && secondsLeft(state.deadline, now()) > 0,
    renew: () => void renew(),
  };
}

async function askQuote(body: QuoteBody): Promise<QuoteState> {
  const askedAt = now();
  let date: string | null = null;
  const request = api.POST("/v1/quotes", { body }).then((result) => {
    date = result.response.headers.get("Date");
    return result;
  });
  const { data: quote, failure } = await answerOf<Quote>(request);
  if (failure) return { kind: "failed", failure };
  const { created_at: createdAt, expires_at: expiresAt } = quote;
  const answeredAt = now();
  return {
    kind: "held",
    quote,
    deadline: deadlineOf({ createdAt, expiresAt, askedAt, answeredAt, date }),
  };
}
