import type { AuditEvent } from "@mahfaza/client";
import { useEffect, useRef, useState } from "preact/hooks";
import { answerOf, type Failure } from "../../../api/answer.ts";
import { api } from "../../../api/client.ts";

export interface Events {
  /** Null before the first page. */
  readonly events: readonly AuditEvent[] | null;
  readonly failure: Failure | null;
  readonly isLoading: boolean;
  readonly hasMore: boolean;
  /** Loads the next page; also again after a failure. */
  readonly more: () => void;
}

const PAGE = 40;

/** What happened to the account, page by page, the last event first. */
export function useEvents(): Events {
  const [events, setEvents] = useState<readonly AuditEvent[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isLoading, setLoading] = useState(true);
  const [hasMore, setMore] = useState(true);
  const cursor = useRef<string | null>(null);
  const isRunning = useRef(false);
  const more = async () => {
    if (isRunning.current) return;
    isRunning.current = true;
    setLoading(true);
    setFailure(null);
    const query = { limit: PAGE, ...(cursor.current !== null && { cursor: cursor.current }) };
    const answer = await answerOf(api.GET("/v1/users/me/audit-events", { params: { query } }));
    if (answer.failure) setFailure(answer.failure);
    else {
      const { data, next_cursor: next } = answer.data;
      cursor.current = next;
      setMore(next !== null);
      setEvents((before) => [...(before ?? []), ...data]);
    }
    setLoading(false);
    isRunning.current = false;
  };
  useEffect(() => void more(), []);
  return { events, failure, isLoading, hasMore, more: () => void more() };
}
