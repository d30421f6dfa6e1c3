import type {
  BodyOf,
  components,
  Deposit,
  Intent,
  Operation,
  Transaction,
  Withdrawal,
} from "@mahfaza/client";
import { api } from "../../api/client.ts";
import type { FundingKind } from "./funding.ts";

export type FundingBody = BodyOf<Operation<"/v1/deposits", "post">>;

export const PATHS = { deposit: "/deposit", withdrawal: "/withdraw" } as const;
/** The keys of the lists, for what is loaded again after a change. */
export const LIST_KEYS = { deposit: "deposits", withdrawal: "withdrawals" } as const;

type Preview = components["schemas"]["TransactionPreview"];

interface Init {
  readonly body: FundingBody;
  readonly intent?: Intent;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Answered<D> {
  readonly data?: D;
  readonly error?: unknown;
  readonly response: Response;
}

/** Asks for a deposit or a withdrawal: made at once, or through a provider. */
export async function sendFunding(
  kind: FundingKind,
  init: Init,
): Promise<Answered<Transaction | Deposit | Withdrawal | Preview>> {
  return kind === "deposit" ? api.POST("/v1/deposits", init) : api.POST("/v1/withdrawals", init);
}

export async function listFunding(
  kind: FundingKind,
  limit: number,
): Promise<Answered<{ data: (Deposit | Withdrawal)[]; next_cursor: string | null }>> {
  const init = { params: { query: { limit } } };
  return kind === "deposit" ? api.GET("/v1/deposits", init) : api.GET("/v1/withdrawals", init);
}

export async function readFunding(
  kind: FundingKind,
  id: string,
): Promise<Answered<Deposit | Withdrawal>> {
  const init = { params: { path: { id } } };
  return kind === "deposit"
    ? api.GET("/v1/deposits/{id}", init)
    : api.GET("/v1/withdrawals/{id}", init);
}
