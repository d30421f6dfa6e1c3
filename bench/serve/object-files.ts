// Which Durable Objects existed, by the files that workerd keeps for them. With localDisk it makes
// FOLDER/UNIQUE_KEY/ID.sqlite when an object starts, also for one that never writes, and keeps that file
// after the object's eviction. metadata.sqlite beside them has the alarms of all.
import { createHash, createHmac } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

const OBJECT_FILE = /^([0-9a-f]{64})\.sqlite$/;
const HALF_BYTES = 16;

/** The ids of all objects of this class that ever started. Our unique keys are the classes' names. */
export function objectIds(folder: string, className: string): string[] {
  const place = path.join(folder, className);
  if (!existsSync(place)) return [];
  return readdirSync(place).flatMap((file) => OBJECT_FILE.exec(file)?.[1] ?? []);
}

/** How many objects of this class ever started. */
export const countObjects = (folder: string, className: string): number =>
  objectIds(folder, className).length;

/**
 * What idFromName(name).toString() is inside workerd: half of a keyed hash of the name, and a keyed hash of
 * that half. Source: ActorIdFactoryImpl in workerd's src/workerd/server/actor-id-impl.c++.
 */
export function objectIdOf(className: string, name: string): string {
  const key = createHash("sha256").update(className).digest();
  const keyedHash = (data: string | Buffer) =>
    createHmac("sha256", key).update(data).digest().subarray(0, HALF_BYTES);
  const half = keyedHash(name);
  return Buffer.concat([half, keyedHash(half)]).toString("hex");
}

export interface NamedObjects {
  /** Those of the given names whose object existed. */
  readonly named: string[];
  /** Ids of objects that have none of the given names. */
  readonly unnamed: string[];
}

/** Tells the objects of a class that have one of these names from those that have none. */
export function nameObjects(
  folder: string,
  className: string,
  names: readonly string[],
): NamedObjects {
  const nameById = new Map(names.map((name) => [objectIdOf(className, name), name]));
  const ids = objectIds(folder, className);
  return {
    named: ids.flatMap((id) => nameById.get(id) ?? []),
    unnamed: ids.filter((id) => !nameById.has(id)),
  };
}
