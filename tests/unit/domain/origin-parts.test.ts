import { describe, expect, it } from "vitest";
import { DEVICE_LENGTH_MAX, PLACE_LENGTH_MAX } from "../../../src/domain/bounds.ts";
import {
  devicePartsOf,
  deviceText,
  placePartsOf,
  placeText,
} from "../../../src/domain/origin-parts.ts";

describe("the device of a session", () => {
  it.each([
    ["Chrome", "Android", "Chrome on Android"],
    ["Samsung Internet for Android", "Android", "Samsung Internet for Android on Android"],
    ["Opera", "Windows Phone", "Opera on Windows Phone"],
    ["okhttp/4.12.0", null, "okhttp/4.12.0"],
    [null, null, null],
  ])("of %s and %s is %s, and has these parts again", (client, system, text) => {
    expect(deviceText({ client, system })).toBe(text);
    expect(devicePartsOf(text)).toEqual({ client, system });
  });

  it("is the system alone when nothing else is known", () => {
    expect(deviceText({ client: null, system: "Linux" })).toBe("Linux");
    expect(devicePartsOf("Linux")).toEqual({ client: "Linux", system: null });
  });

  it("has at most so many characters", () => {
    const client = "x".repeat(DEVICE_LENGTH_MAX);
    expect(deviceText({ client, system: null })).toBe(client);
    expect(deviceText({ client: `${client}x`, system: "Android" })).toBe(client);
  });
});

describe("the place of a session", () => {
  it.each([
    ["Sanaa", "YE", "Sanaa, YE"],
    ["Washington, D.C.", "US", "Washington, D.C., US"],
    [null, "YE", "YE"],
    [null, "T1", "T1"],
    ["Sanaa", null, "Sanaa"],
    [null, null, null],
  ])("of %s and %s is %s, and has these parts again", (city, country, text) => {
    expect(placeText({ city, country })).toBe(text);
    expect(placePartsOf(text)).toEqual({ city, country });
  });

  it("has at most so many characters", () => {
    const city = "x".repeat(PLACE_LENGTH_MAX);
    expect(placeText({ city, country: "YE" })).toBe(city);
    expect(placePartsOf(city)).toEqual({ city, country: null });
  });
});
