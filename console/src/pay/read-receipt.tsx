import type { Transaction } from "@mahfaza/client";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso";
import { codeOf } from "../api/answer.ts";
import { api } from "../api/client.ts";
import { useData } from "../api/use-data.ts";
import { WhenLoaded } from "../problems/loaded.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { isReceiptOf, type ReceiptType } from "./receipt-of.ts";

/** The id names no transaction of the viewer, or is no id. */
const UNKNOWN: ReadonlySet<string | null> = new Set(["transaction_not_found", "invalid_request"]);

const LOADING = <Skeleton form="details" count={6} />;

interface ReadReceiptProps {
  readonly id: string;
  readonly type: ReceiptType;
  /** The transaction when the form has just made it; otherwise it is read. */
  readonly made?: Transaction | null;
  readonly children: (transaction: Transaction) => JSX.Element;
}

/**
 * The transaction of a receipt's address. One that the receipt would be false about is shown in the
 * history instead, as is an unknown one: the address may be old, or typed by somebody.
 */
export function ReadReceipt({ made, children, ...asked }: ReadReceiptProps) {
  return made?.id === asked.id ? children(made) : <Read {...asked}>{children}</Read>;
}

function Read({ id, type, children }: Omit<ReadReceiptProps, "made">) {
  const read = useData(`transaction:${id}`, () =>
    api.GET("/v1/transactions/{id}", { params: { path: { id } } }),
  );
  const isFalse = read.data !== null && !isReceiptOf(read.data, type);
  const isElsewhere = isFalse || UNKNOWN.has(codeOf(read.failure));
  if (isElsewhere) return <ToHistory id={id} />;
  return (
    <WhenLoaded of={read} loading={LOADING}>
      {children}
    </WhenLoaded>
  );
}

function ToHistory({ id }: { readonly id: string }) {
  const { route } = useLocation();
  useEffect(() => route(`/history/${encodeURIComponent(id)}`, true), [id]);
  return LOADING;
}
