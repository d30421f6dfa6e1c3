import type { Transaction, TransactionPreview } from "@mahfaza/client";
import { useEffect, useRef, useState } from "preact/hooks";
import { answerOf, type Failure } from "../api/answer.ts";

/** What the service would record now. */
export type DryRunState =
  | { readonly kind: "asking" }
  | { readonly kind: "ready"; readonly preview: TransactionPreview }
  | { readonly kind: "refused"; readonly failure: Failure };

interface Asked {
  readonly data?: Transaction | TransactionPreview | object | undefined;
  readonly error?: unknown;
  readonly response: Response;
}

/** The header that makes a payment a question. Only a success with its echo was one. */
export const DRY_RUN = { Prefer: "dry-run" } as const;

/** Asks what a payment would do, each time when `name` changes; null asks nothing. */
export function useDryRun(
  name: string | null,
  ask: () => Promise<Asked>,
): { readonly state: DryRunState; readonly again: () => void } {
  const [state, setState] = useState<DryRunState>({ kind: "asking" });
  const turn = useRef(0);
  const again = async () => {
    const own = ++turn.current;
    setState({ kind: "asking" });
    if (name === null) return;
    const { data, failure } = await answerOf(ask().then(assertDryRun));
    if (own !== turn.current) return;
    setState(
      failure
        ? { kind: "refused", failure: asQuestion(failure) }
        : { kind: "ready", preview: data as TransactionPreview },
    );
  };
  useEffect(() => {
    void again();
    return () => {
      turn.current++;
    };
  }, [name]);
  return { state, again: () => void again() };
}

/** A question that got no answer has changed nothing. */
function asQuestion(failure: Failure): Failure {
  return failure.kind === "unknown" ? { kind: "offline" } : failure;
}

function assertDryRun(asked: Asked): Asked {
  const isPreview = asked.response.headers.get("Preference-Applied") === "dry-run";
  if (asked.error === undefined && !isPreview) throw new Error("the dry run was no dry run");
  return asked;
}
