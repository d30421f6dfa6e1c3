// Self times of a profile: the share of the samples in which a function, or a group of functions, itself ran.
import type { CpuProfile } from "./cpu-profile.ts";
import { type FindPlace, IDLE, NATIVE } from "./source-places.ts";

export interface Share {
  readonly name: string;
  /** The share of the samples in which the thread was not idle. */
  readonly self: number;
}

export interface GroupShare extends Share {
  /** The group's own share and the share of the native functions that it called. */
  readonly withNatives: number;
}

export interface SelfTimes {
  /** The share of all samples. */
  readonly idle: number;
  readonly groups: readonly GroupShare[];
  readonly functions: readonly Share[];
}

/** Counts samples, not the time between them: on a busy machine V8's sampler is late, and late samples would weigh more. */
export function selfTimes({ nodes, samples }: CpuProfile, findPlace: FindPlace): SelfTimes {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const callers = new Map(nodes.flatMap(({ id, children = [] }) => children.map((to) => [to, id])));
  const places = new Map(nodes.map(({ id, callFrame }) => [id, findPlace(callFrame)]));
  const groupAt = (id: number) => places.get(id)?.group ?? "(unknown)";
  /** The nearest caller that is JavaScript; the node itself where there is none. */
  const callerOf = (id: number): number => {
    for (let at: number | undefined = id; at !== undefined; at = callers.get(at)) {
      if (places.get(at)?.place) return at;
    }
    return id;
  };
  const nameAt = (id: number): string => {
    const { functionName = "" } = byId.get(id)?.callFrame ?? {};
    const name = functionName || "(anonymous)";
    const place = places.get(id)?.place;
    if (place) return `${name} ${place}`;
    const caller = callerOf(id);
    return caller === id ? name : `${name} [native] ← ${nameAt(caller)}`;
  };

  const groups = new Map<string, { self: number; withNatives: number }>();
  const functions = new Map<string, number>();
  const groupNamed = (name: string) => {
    const found = groups.get(name) ?? { self: 0, withNatives: 0 };
    groups.set(name, found);
    return found;
  };
  let idle = 0;
  for (const id of samples) {
    const group = groupAt(id);
    if (group === IDLE) {
      idle += 1;
      continue;
    }
    groupNamed(group).self += 1;
    groupNamed(group === NATIVE ? groupAt(callerOf(id)) : group).withNatives += 1;
    functions.set(nameAt(id), (functions.get(nameAt(id)) ?? 0) + 1);
  }
  const busy = Math.max(samples.length - idle, 1);
  return {
    idle: idle / Math.max(samples.length, 1),
    groups: [...groups]
      .map(([name, { self, withNatives }]) => ({
        name,
        self: self / busy,
        withNatives: withNatives / busy,
      }))
      .sort((a, b) => b.withNatives - a.withNatives),
    functions: [...functions]
      .map(([name, count]) => ({ name, self: count / busy }))
      .sort((a, b) => b.self - a.self),
  };
}
