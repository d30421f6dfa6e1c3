// Finds the Durable Objects that existed by their files. With localDisk, workerd makes FOLDER/UNIQUE_KEY/ID.sqlite
// when an object starts, even if it never writes, and keeps the file after the object's eviction.
// metadata.sqlite in the same folder has the alarms of all objects.
import { createHash, createHmac } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

const OBJECT_FILE = /^([0-9a-f]{64})\.sqlite$/;
const HALF_BYTES = 16;

/** The ids of all objects of this class that have started. The unique key of a class is its name. */
export function objectIds(folder: string, className: string): string[] {
  const place = path.join(folder, className);
  if (!existsSync(place)) return [];
  return readdirSync(place).flatMap((file) => OBJECT_FILE.exec(file)?.[1] ?? []);
}

/** The number of objects of this class that have started. */
export const countObjects = (folder: string, className: string): number =>
  objectIds(folder, className).length;

/**
 * The value of idFromName(name).toString() in workerd: half of a keyed hash of the name, then half of a keyed hash
 * of that half. Source: ActorIdFactoryImpl in workerd's src/workerd/server/actor-id-impl.c++.
 */
export function objectIdOf(className: string, name: string): string {
  const key = createHash("sha256").update(className).digest();
  const keyedHash = (data: string | Buffer) =>
    createHmac("sha256", key).update(data).digest().subarray(0, HALF_BYTES);
  const half = keyedHash(name);
  return Buffer.concat([half, keyedHash(half)]).toString("hex");
}

export interface NamedObjects {
  /** The given names whose objects existed. */
  readonly named: string[];
  /** The ids of objects with none of the given names. */
  readonly unnamed: string[];
}

/** Divides the objects of a class into those with one of these names and those without. */
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
