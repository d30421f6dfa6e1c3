// Counts the wallet objects of the built Worker in plain workerd, by the files that workerd keeps for them.
import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tokenOf } from "../../bench/people.ts";
import { buildWorker } from "../../bench/serve/build-worker.ts";
import { nameObjects, objectIdOf, objectIds } from "../../bench/serve/object-files.ts";
import type { ServedWorker } from "../../bench/serve/served.ts";
import { WORKER_OBJECTS, WORKER_SETTINGS } from "../../bench/serve/settings.ts";
import { serveWorkerd } from "../../bench/serve/workerd.ts";
import { newId, toWireId, type WalletId } from "../../src/domain/ids.ts";
import { type LedgerUser, openLedgerDatabase } from "../faults/ledger-database.ts";

const PAYERS = 12;
const DEPOSITORS = 3;
const OTHERS = 4;

/** The name of a wallet's object: the wallet's id as Postgres has it. */
const objectNameOf = (walletId: WalletId): string => walletId;
const wire = ({ walletId }: LedgerUser) => toWireId("wal", walletId);

let database: Awaited<ReturnType<typeof openLedgerDatabase>>;
let folder: string;
let worker: ServedWorker;

beforeAll(async () => {
  database = await openLedgerDatabase();
  folder = await buildWorker();
  worker = await serveWorkerd({
    folder,
    script: "index.js",
    bindings: {
      ...WORKER_SETTINGS,
      DATABASE_URL: database.databaseUrl,
      NEON_GATEWAY: database.gateway,
    },
    objects: WORKER_OBJECTS,
    storage: "disk",
  });
});

afterAll(async () => {
  await worker?.stop();
  if (folder) rmSync(folder, { recursive: true, force: true });
  await database?.close();
});

async function people(count: number): Promise<LedgerUser[]> {
  const found: LedgerUser[] = [];
  while (found.length < count) found.push(await database.person());
  return found;
}

let requests = 0;

/** Answers the status. A null body makes it a GET. */
async function ask(caller: LedgerUser, path: string, body: object | null): Promise<number> {
  const response = await fetch(`${worker.url}/v1/${path}`, {
    method: body ? "POST" : "GET",
    headers: {
      Authorization: `Bearer ${await tokenOf({ ...caller, defaultWalletId: caller.walletId })}`,
      "Content-Type": "application/json",
      "Idempotency-Key": `wallet-objects-${++requests}`,
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  await response.body?.cancel();
  return response.status;
}

const walletObjects = (owners: readonly LedgerUser[]) =>
  nameObjects(
    worker.objectsFolder ?? "",
    WORKER_OBJECTS.WALLET,
    owners.map(({ walletId }) => objectNameOf(walletId)),
  );

describe("wallet objects", () => {
  it("exist one for each wallet whose balance its owner changes, and no others", async () => {
    const payers = await people(PAYERS);
    const depositors = await people(DEPOSITORS);
    const others = await people(OTHERS);
    const everybody = [...payers, ...depositors, ...others];
    const someOther = (n: number) => others[n % others.length] as LedgerUser;

    // A deposit passes through the object of the credited wallet; whether it is named or the default one.
    for (const [n, person] of [...payers, ...depositors].entries()) {
      const named = n % 2 === 0 ? { wallet_id: wire(person) } : {};
      expect(await ask(person, "deposits", { amount: "10.00", ...named })).toBe(201);
    }
    // A transfer passes through the payer's, and leaves the payee's alone.
    const transfers = payers.flatMap((payer, n) => {
      const from = n % 2 === 0 ? { from_wallet_id: wire(payer) } : {};
      const payee = someOther(n);
      const to = n % 3 === 0 ? { to_phone: payee.phone } : { to_wallet_id: wire(payee) };
      return [1, 2, 3].map(() => ask(payer, "transfers", { amount: "1.00", ...from, ...to }));
    });
    expect(new Set(await Promise.all(transfers))).toEqual(new Set([201]));
    for (const payer of payers) {
      expect(await ask(payer, "withdrawals", { amount: "1.00" })).toBe(201);
      // Refused, and recorded by the same object.
      const body = { amount: "999.00", from_wallet_id: wire(payer) };
      expect(await ask(payer, "transfers", { ...body, to_wallet_id: wire(someOther(0)) })).toBe(
        422,
      );
      // Reading starts no object.
      expect(await ask(payer, "wallets", null)).toBe(200);
      expect(await ask(payer, "transactions?limit=20", null)).toBe(200);
    }
    // Wallets that do not exist, and wallets of somebody else, whose objects do not exist either.
    for (const [n, caller] of payers.entries()) {
      const invented = toWireId("wal", newId("wal", Date.now()));
      const money = { amount: "1.00", to_wallet_id: wire(someOther(n + 1)) };
      for (const from_wallet_id of [invented, wire(someOther(n))]) {
        expect(await ask(caller, "transfers", { ...money, from_wallet_id })).toBe(404);
        const body = { amount: "1.00", wallet_id: from_wallet_id };
        expect(await ask(caller, "deposits", body)).toBe(404);
        expect(await ask(caller, "withdrawals", body)).toBe(404);
      }
    }

    const { named, unnamed } = walletObjects(everybody);
    const expected = [...payers, ...depositors].map(({ walletId }) => objectNameOf(walletId));
    expect(named.toSorted()).toEqual(expected.toSorted());
    expect(unnamed).toEqual([]);
    for (const { walletId } of everybody) {
      const { balance, sum } = await database.wallet(walletId);
      expect(balance).toBe(sum);
    }
  });

  it("are found by their names as workerd makes ids of names", () => {
    // A writer exists by now, and its name is known: what Node computes is what workerd wrote.
    const { LEDGER_WRITER } = WORKER_OBJECTS;
    const ids = objectIds(worker.objectsFolder ?? "", LEDGER_WRITER);
    expect(ids).toEqual([objectIdOf(LEDGER_WRITER, "writer-0")]);
  });
});
