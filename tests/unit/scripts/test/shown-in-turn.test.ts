import { describe, expect, it } from "vitest";
import { ShownInTurn } from "../../../../scripts/test/shown-in-turn.ts";

describe("texts that are shown in turn", () => {
  it("wait until the earlier ones have ended, and lose nothing", () => {
    const shown: string[] = [];
    const turns = new ShownInTurn((text) => void shown.push(text));
    const [first, second, third] = [turns.next(), turns.next(), turns.next()];
    third.say("c");
    second.say("b1 ");
    first.say("a");
    third.end();
    second.say("b2 ");
    expect(shown).toEqual(["a"]);
    first.end();
    expect(shown).toEqual(["a", "b1 b2 "]);
    second.say("b3");
    second.end();
    expect(shown).toEqual(["a", "b1 b2 ", "b3", "c"]);
  });
});
