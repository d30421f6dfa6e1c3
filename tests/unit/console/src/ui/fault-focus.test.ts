import { expect, it } from "vitest";

// The module listens for submissions of the page's forms.
Object.assign(globalThis, { addEventListener: () => undefined });
const { mayMoveFocus } = await import("../../../../../console/src/ui/fault-focus.ts");

const [button, field, body] = ["button", "field", "body"];

it.each([
  { title: "stays where it was", now: button, may: true },
  { title: "was lost", now: body, may: true },
  { title: "is nowhere", now: null, may: true },
  { title: "has gone to another field", now: field, may: false },
])("a refusal moves the focus, unless the person has moved it: it $title", ({ now, may }) => {
  expect(mayMoveFocus(button, now, body)).toBe(may);
});
