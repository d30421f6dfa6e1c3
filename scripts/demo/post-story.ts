// Posts the story by the ledger's own code: each payment is found, locked, decided and written as a payment that
// came through a wallet object, and each freeze is an operator's.
import type { SocketDatabase } from "../../src/db/connect.ts";
import type { MoneyCommand } from "../../src/domain/command.ts";
import { newId, type SessionId, type WalletId } from "../../src/domain/ids.ts";
import { type UnixMs, unixMs } from "../../src/domain/instant.ts";
import type { CloseWalletCommand } from "../../src/domain/wallet-command.ts";
import { closeWallet } from "../../src/ledger/close-wallet.ts";
import { freezeWallet, unfreezeWallet } from "../../src/ledger/freeze-wallet.ts";
import { postBatch } from "../../src/ledger/post-batch.ts";
import { type Account, logIn, logOut, type Session } from "./accounts.ts";
import { writeDemoQuote } from "./demo-quote.ts";
import type { StoryClock } from "./past-clock.ts";
import type { DemoName } from "./people.ts";
import type { DemoDay, DemoEvent } from "./story.ts";

const MINUTE_MS = 60_000;
/** How long after the request its commit is. */
const POSTING_MS = 14;
/** How long before an act its person logs in. */
const LOG_IN_MS = 20_000;
const SESSION_MS = 10 * 86_400_000;

export interface Stage {
  readonly db: SocketDatabase & Session;
  readonly clock: StoryClock;
  readonly accounts: Readonly<Record<DemoName, Account>>;
  /** The time that an act of the story gets: its own, or the real one. */
  timeOf(storyMs: number): number;
}

type Payment = Extract<DemoEvent, { kind: "deposit" | "withdraw" | "transfer" | "hold" }>;

interface OpenSession {
  readonly id: SessionId;
  readonly sinceMs: number;
}

export class StoryPoster {
  readonly #stage: Stage;
  readonly #sessions = new Map<DemoName, OpenSession>();

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /** Posts one day; resolves to the number of its transactions. */
  async post({ startMs, events }: DemoDay): Promise<number> {
    let transactions = 0;
    for (const event of events) {
      const storyMs = startMs + event.minute * MINUTE_MS + secondsOf(event);
      const sessionId = await this.#sessionOf(event, storyMs);
      const nowMs = unixMs(this.#stage.timeOf(storyMs));
      await this.#stage.clock.set(nowMs + POSTING_MS);
      if (event.kind === "freeze" || event.kind === "unfreeze") {
        await this.#changeWallet(event, sessionId, nowMs);
      } else if (event.kind === "exchange") {
        await this.#exchange(event, sessionId, nowMs);
        transactions += 1;
      } else if (event.kind === "close") {
        await this.#closeWallet(event, sessionId, nowMs);
        transactions += 1;
      } else {
        await this.#pay(event, sessionId, nowMs);
        transactions += 1;
      }
    }
    return transactions;
  }

  /** Ends the sessions of all people of the story. */
  async end(storyMs: number): Promise<void> {
    const { db, clock, accounts, timeOf } = this.#stage;
    const nowMs = timeOf(storyMs);
    await clock.set(nowMs);
    for (const [name, { id }] of this.#sessions) {
      await logOut(db, accounts[name].userId, id, nowMs);
    }
  }

  /** A person stays logged in for some days; an operator logs in for each act, with the second factor. */
  async #sessionOf({ who, kind }: DemoEvent, storyMs: number): Promise<SessionId> {
    const open = this.#sessions.get(who);
    const isAct = kind === "freeze" || kind === "unfreeze";
    if (open && !isAct && storyMs - open.sinceMs < SESSION_MS) return open.id;
    const { db, clock, accounts, timeOf } = this.#stage;
    const nowMs = timeOf(storyMs - LOG_IN_MS);
    await clock.set(nowMs);
    if (open) await logOut(db, accounts[who].userId, open.id, nowMs);
    const id = await logIn(db, accounts[who], nowMs);
    this.#sessions.set(who, { id, sinceMs: storyMs });
    return id;
  }

  async #pay(event: Payment, sessionId: SessionId, nowMs: UnixMs): Promise<void> {
    const account = this.#stage.accounts[event.who];
    const { viaWalletId, ...sides } = sidesOf(event, account);
    const command: MoneyCommand = {
      kind: "money",
      transactionId: newId("txn", nowMs),
      createdAtMs: nowMs,
      actorId: account.userId,
      sessionId,
      amountMinor: event.amountMinor,
      idempotency: null,
      recipientCounterKey: null,
      reachesUnverifiedPhones: true,
      links: {},
      isDryRun: false,
      ...sides,
    };
    const options = { nowMs, skipsLocked: false, onDecided: () => {} };
    const [outcome] = await postBatch(this.#stage.db, [{ command, viaWalletId }], options);
    if (outcome?.kind !== "recorded") {
      throw new Error(`the ledger did not record a ${event.kind}: ${JSON.stringify(outcome)}`);
    }
  }

  async #exchange(
    event: Extract<DemoEvent, { kind: "exchange" }>,
    sessionId: SessionId,
    nowMs: UnixMs,
  ): Promise<void> {
    const { db, accounts } = this.#stage;
    const { userId: actorId, walletOf } = accounts[event.who];
    const [from, to] = [walletOf(event.from), walletOf(event.to)];
    const request = {
      from: event.from.currency,
      to: event.to.currency,
      side: "source",
      amountMinor: event.amountMinor,
    } as const;
    const command: MoneyCommand = {
      kind: "money",
      type: "EXCHANGE",
      transactionId: newId("txn", nowMs),
      createdAtMs: nowMs,
      actorId,
      sessionId,
      amountMinor: event.amountMinor,
      currency: request.from,
      toCurrency: request.to,
      from: { by: "id", walletId: from },
      to: { by: "id", walletId: to },
      note: null,
      idempotency: null,
      recipientCounterKey: null,
      reachesUnverifiedPhones: true,
      links: { quoteId: await writeDemoQuote(db, actorId, request, nowMs) },
      isDryRun: false,
    };
    const options = { nowMs, skipsLocked: false, onDecided: () => {} };
    const [outcome] = await postBatch(db, [{ command, viaWalletId: from }], options);
    if (outcome?.kind !== "recorded" || outcome.transaction.failureCode) {
      throw new Error(`the ledger did not exchange: ${JSON.stringify(outcome?.kind)}`);
    }
  }

  async #closeWallet(
    event: Extract<DemoEvent, { kind: "close" }>,
    sessionId: SessionId,
    nowMs: UnixMs,
  ): Promise<void> {
    const { db, accounts } = this.#stage;
    const { userId: actorId, walletOf } = accounts[event.who];
    const command: CloseWalletCommand = {
      kind: "close_wallet",
      actorId,
      sessionId,
      walletId: walletOf(event.wallet),
      sweepToWalletId: walletOf(event.sweepTo),
      transactionId: newId("txn", nowMs),
      eventId: newId("aud", nowMs),
      createdAtMs: nowMs,
      idempotency: null,
      isDryRun: false,
    };
    const outcome = await closeWallet(db, command, () => {});
    if (outcome.kind !== "wallet_closed" || outcome.transaction === null) {
      throw new Error(`the ledger did not close a wallet: ${JSON.stringify(outcome)}`);
    }
  }

  async #changeWallet(
    event: Extract<DemoEvent, { kind: "freeze" | "unfreeze" }>,
    sessionId: SessionId,
    nowMs: UnixMs,
  ): Promise<void> {
    const { db, accounts } = this.#stage;
    const act = {
      actorId: accounts[event.who].userId,
      sessionId,
      walletId: accounts[event.owner].walletOf(event.wallet),
      eventId: newId("aud", nowMs),
      createdAtMs: nowMs,
    };
    const outcome =
      event.kind === "freeze"
        ? await freezeWallet(
            db,
            {
              kind: "freeze_wallet",
              ...act,
              reason: event.reason,
              scope: event.scope,
              untilMs: null,
            },
            () => {},
          )
        : await unfreezeWallet(
            db,
            { kind: "unfreeze_wallet", ...act, reason: event.reason },
            () => {},
          );
    if (outcome.kind !== "changed") {
      throw new Error(`the ledger did not ${event.kind} a wallet: ${JSON.stringify(outcome)}`);
    }
  }
}

type Sides = Pick<MoneyCommand, "type" | "currency" | "from" | "to" | "note" | "terms"> & {
  readonly viaWalletId: WalletId;
};

function sidesOf(event: Payment, account: Account): Sides {
  const named = (walletId: WalletId) => ({ by: "id", walletId }) as const;
  if ("wallet" in event) {
    const walletId = account.walletOf(event.wallet);
    const money = { currency: event.wallet.currency, note: null, viaWalletId: walletId };
    return event.kind === "deposit"
      ? { ...money, type: "DEPOSIT", from: null, to: named(walletId) }
      : { ...money, type: "WITHDRAW", from: named(walletId), to: null };
  }
  const walletId = account.walletOf(event.from);
  if (event.kind === "hold") {
    const { expiresInSeconds, note } = event;
    return {
      type: "HOLD",
      terms: { kind: "hold", expiresInSeconds, isPayerVoidable: false },
      currency: event.from.currency,
      note,
      from: named(walletId),
      to: { by: "phone", phone: event.to.phone },
      viaWalletId: walletId,
    };
  }
  const { to } = event;
  return {
    type: "TRANSFER",
    currency: event.currency ?? event.from.currency,
    note: event.note,
    from: named(walletId),
    to: "phone" in to ? { by: "phone", phone: to.phone } : named(account.walletOf(to.own)),
    viaWalletId: walletId,
  };
}

/** Nobody pays at the full minute; below one minute, and the same in every run. */
function secondsOf({ who, kind, minute }: DemoEvent): number {
  const mixed = [...`${who}${kind}${minute}`].reduce((sum, c) => sum * 31 + c.charCodeAt(0), 7);
  return mixed % 59_000;
}
