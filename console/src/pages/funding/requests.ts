import type { BodyOf, Deposit, Intent, Operation, Transaction, Withdrawal } from "@mahfaza/client";
import { api } from "../../api/client.ts";
import type { FundingKind } from "./funding.ts";

export type FundingBody = BodyOf<Operation<"/v1/deposits", "post">>;

export const PATHS = { deposit: "/deposit", withdrawal: "/withdraw" } as const;
/** The keys of the lists, for what is loaded again after a change. */
export const LIST_KEYS = { deposit: "deposits", withdrawal: "withdrawals" } as const;

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
export function sendFunding(kind: FundingKind, init: Init) {
  const asked =
    kind === "deposit" ? api.POST("/v1/deposits", init) : api.POST("/v1/withdrawals", init);
  return asked as Promise<Answered<Transaction | Deposit | Withdrawal>>;
}

export function listFunding(kind: FundingKind, limit: number) {
  const init = { params: { query: { limit } } };
  const asked =
    kind === "deposit" ? api.GET("/v1/deposits", init) : api.GET("/v1/withdrawals", init);
  return asked as Promise<Answered<{ data: (Deposit | Withdrawal)[]; next_cursor: string | null }>>;
}

export function readFunding(kind: FundingKind, id: string) {
  const init = { params: { path: { id } } };
  const asked =
    kind === "deposit" ? api.GET("/v1/deposits/{id}", init) : api.GET("/v1/withdrawals/{id}", init);
  return asked as Promise<Answered<Deposit | Withdrawal>>;
}
