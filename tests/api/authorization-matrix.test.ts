import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import { DESK_PATHS, PERSON_PATHS } from "../../console/paths.ts";
import { connectHttp } from "../../src/db/connect.ts";
import { readConfig } from "../../src/env.ts";
import { createApp } from "../../src/http/app.ts";
import { api, jsonOf } from "../people.ts";
import { proveLedger } from "../prove-ledger.ts";
import { ACTORS, type Actor, type Asking, hasActiveSession, makeActor } from "./actors.ts";
import { MATRIX, type Row, type Scene } from "./authorization-matrix.ts";

/** Pages for people and their assets, which API clients do not call. */
const PAGES = /^\/($|docs|openapi\.json$)/;
const CONSOLE: readonly string[] = [...PERSON_PATHS, ...DESK_PATHS];
const isPage = (path: string) => PAGES.test(path) || CONSOLE.includes(path);

const actors = new Map<Actor, Asking>();
let transactionId: string;

beforeAll(async () => {
  for (const actor of ACTORS) actors.set(actor, await makeActor(actor));
  const deposit = { token: tokenOf("owner"), body: { amount: "1000.00" } };
  transactionId = (await jsonOf(api("POST", "/v1/deposits", deposit))).id;
});

function asking(actor: Actor): Asking {
  const found = actors.get(actor);
  if (!found) throw new Error(`no person for the actor ${actor}`);
  return found;
}

const tokenOf = (actor: Actor) => asking(actor).token;

/** Sends one row's request as this actor; resolves to the answer in the row's notation. */
async function answerTo(row: Row, actor: Actor): Promise<string> {
  const isNew = row.needsNewPerson && hasActiveSession(actor);
  const { person, token } = isNew ? await makeActor(actor) : asking(actor);
  const scene: Scene = { caller: person, owner: asking("owner").person, transactionId };
  const [method = "", template = ""] = row.route.split(" ");
  const values = (await row.path?.(scene)) ?? {};
  const path =
    template.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "") + (row.query ?? "");
  const response = await api(method, path, { token, body: await row.body?.(scene) });
  const text = await response.text();
  return response.ok ? `${response.status}` : `${response.status} ${JSON.parse(text).code}`;
}

describe("the authorization matrix", () => {
  it("has every documented route, and no other", async () => {
    const { paths } = await jsonOf(api("GET", "/openapi.json"));
    const routes = Object.entries<object>(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect([...new Set(MATRIX.map(({ route }) => route))].sort()).toEqual(routes.sort());
  });

  it("has every route of the app, documented or not", () => {
    const undocumented = createApp()
      .routes.filter(({ method, path }) => method !== "ALL" && !isPage(path))
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, "{$1}")}`)
      .filter((route) => !MATRIX.some((row) => row.route === route));
    expect([...new Set(undocumented)]).toEqual([]);
  });

  it.each(MATRIX.map((row, i) => [i + 1, row.route, row] as const))(
    "%i: %s",
    async (_, __, row) => {
      const got: Record<string, string> = {};
      for (const actor of ACTORS) got[actor] = await answerTo(row, actor);
      const expected = Object.entries(row.answers).map(([actor, answer]) => [actor, `${answer}`]);
      expect(got).toEqual(Object.fromEntries(expected));
    },
  );

  it("leaves a ledger that reconciles", () => proveLedger(connectHttp(readConfig(env))));
});
