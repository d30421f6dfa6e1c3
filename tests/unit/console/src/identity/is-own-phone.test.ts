import { describe, expect, it } from "vitest";
import { isOwnPhone } from "../../../../../console/src/identity/is-own-phone.ts";

const OWN = "+967777000101";

describe("a typed phone", () => {
  it.each(["777000101", "٧٧٧ ٠٠٠ ١٠١", "tel:+967-777-000-101", "00967 777 000 101"])(
    "%j is the person's own",
    async (typed) => expect(await isOwnPhone(typed, OWN)).toBe(true),
  );

  it.each(["777000102", "77700010", "+20 100 123 4567", "Amina"])(
    "%j is another one",
    async (typed) => expect(await isOwnPhone(typed, OWN)).toBe(false),
  );

  it("is not their own when they have none", async () => {
    expect(await isOwnPhone("777000101", null)).toBe(false);
  });
});
