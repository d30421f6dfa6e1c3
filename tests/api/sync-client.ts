import type { Person } from "../people.ts";
import { read } from "./as-person.ts";

interface Item {
  readonly id: string;
  readonly posted_at: string;
  readonly created_at: string;
  readonly status: string;
}

/** A client that follows a list: it reads pages from the newest item to the first one that it knows. */
export class SyncClient {
  /** The items that it knows, newest first. */
  known: Item[] = [];
  readonly #person: Person;
  readonly #path: string;
  readonly #limit: number;

  constructor(person: Person, path: string, limit: number) {
    this.#person = person;
    this.#path = path;
    this.#limit = limit;
  }

  /** Syncs repeatedly until the work is done, and once more after that. */
  async followUntil(work: Promise<unknown>): Promise<void> {
    let isDone = false;
    const done = work.finally(() => {
      isDone = true;
    });
    while (!isDone) await this.sync();
    await done;
    await this.sync();
  }

  async sync(): Promise<void> {
    const ids = new Set(this.known.map(({ id }) => id));
    const fresh: Item[] = [];
    for await (const item of this.#newestFirst(this.#limit)) {
      if (ids.has(item.id)) break;
      fresh.push(item);
    }
    this.known = [...fresh, ...this.known];
  }

  /** The whole list, as it is now. */
  async readAll(): Promise<Item[]> {
    const all: Item[] = [];
    for await (const item of this.#newestFirst(200)) all.push(item);
    return all;
  }

  async *#newestFirst(limit: number): AsyncGenerator<Item> {
    let cursor: string | null = null;
    do {
      const next: string = cursor ? `&cursor=${cursor}` : "";
      const page = await read(this.#person, `${this.#path}?limit=${limit}${next}`);
      yield* page.data as Item[];
      cursor = page.next_cursor;
    } while (cursor);
  }
}
