import "../browser.ts";
import { afterEach, describe, expect, it } from "vitest";
import { language } from "../../../../../console/src/i18n/language.ts";
import { deviceName, placeName } from "../../../../../console/src/identity/session-name.ts";

afterEach(() => {
  language.value = "en";
});

const plain = (text: string | null) => text?.replace(/[\u2066-\u2069]/g, "");
const inArabic = <T>(read: () => T): T => {
  language.value = "ar";
  return read();
};

describe("the name of a session's device", () => {
  const device = { client: "Chrome", system: "Linux" };

  it("is made of its parts in the language of the person", () => {
    expect(plain(deviceName(device))).toBe("Chrome on Linux");
    expect(plain(inArabic(() => deviceName(device)))).toBe("Chrome على Linux");
  });

  it("is the part that is known, or says that none is", () => {
    expect(plain(deviceName({ client: "okhttp/4.12.0", system: null }))).toBe("okhttp/4.12.0");
    expect(plain(deviceName({ client: null, system: "Linux" }))).toBe("Linux");
    expect(deviceName({ client: null, system: null })).toBe("Unknown device");
    expect(inArabic(() => deviceName({ client: null, system: null }))).toBe("جهاز غير معروف");
  });
});

describe("the name of a session's place", () => {
  const place = { city: "Sanaa", country: "YE" };

  it("has the country in the language of the person", () => {
    expect(plain(placeName(place))).toBe("Sanaa, Yemen");
    expect(plain(inArabic(() => placeName(place)))).toBe("Sanaa، اليمن");
  });

  it("is what is known of it", () => {
    expect(placeName({ city: null, country: "YE" })).toBe("Yemen");
    expect(plain(placeName({ city: "Sanaa", country: null }))).toBe("Sanaa");
    expect(placeName({ city: null, country: null })).toBeNull();
  });

  it("knows the Tor network, and leaves a code that nobody knows", () => {
    expect(placeName({ city: null, country: "T1" })).toBe("Tor network");
    expect(placeName({ city: null, country: "A1" })).toBe("A1");
  });
});
