import "../../../browser.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { language } from "../../../../../../../console/src/i18n/language.ts";
import {
  eventDetail,
  eventTitle,
  isAlarming,
} from "../../../../../../../console/src/pages/me/activity/event-text.ts";
import { EVENTS_AR } from "../../../../../../../console/src/pages/me/activity/events-ar.ts";
import { EVENTS_EN } from "../../../../../../../console/src/pages/me/activity/events-en.ts";
import { AUDIT_EVENT_TYPES } from "../../../../../../../src/domain/audit-event.ts";

beforeEach(() => {
  language.value = "en";
});

describe("the words of audit events", () => {
  it("exist for each type of the service's closed list and for no other, in both languages", () => {
    const types = [...AUDIT_EVENT_TYPES].sort();
    expect(Object.keys(EVENTS_EN).sort()).toEqual(types);
    expect(Object.keys(EVENTS_AR).sort()).toEqual(types);
  });

  it.each([EVENTS_EN, EVENTS_AR])("differ for each type", (events) => {
    const texts = Object.values(events);
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.every((text) => text.trim() !== "")).toBe(true);
  });

  it("are written in the letters of their language", () => {
    expect(Object.values(EVENTS_AR).filter((text) => /[a-z]/i.test(text))).toEqual([]);
    expect(Object.values(EVENTS_EN).filter((text) => /[\u0600-\u06ff]/.test(text))).toEqual([]);
  });

  it("name a type of a newer service as unknown", () => {
    expect(eventTitle({ type: "moon_landed" as never })).toBe("Something else happened");
  });
});

describe("the details of an audit event", () => {
  it("say how and where, in words", () => {
    const details = { second_factor: "recovery_code" };
    expect(eventDetail({ actor: "self", details })).toBe("recovery code");
    const sent = { purpose: "verification", channel: "phone" };
    expect(eventDetail({ actor: "self", details: sent })).toBe("to verify a contact · phone");
    const changed = { fields: ["username", "email"] };
    expect(eventDetail({ actor: "self", details: changed })).toBe("name · e-mail");
    const placed = { device: "Chrome on Android", place: "Sanaa, YE" };
    expect(eventDetail({ actor: "self", details: placed })).toBe("Chrome on Android · Sanaa, YE");
  });

  it("say who acted when it was not the person", () => {
    expect(eventDetail({ actor: "support", details: {} })).toBe("By support");
    expect(eventDetail({ actor: "service", details: {} })).toBe("By the service");
  });

  it("leave out what means nothing to the person", () => {
    const details = { taken_by: "usr_1", sessions: "3", method: "moon" };
    expect(eventDetail({ actor: "self", details })).toBeNull();
  });
});

describe("an alarming event", () => {
  it("is a refusal or an end by force", () => {
    expect(isAlarming({ type: "log_in_refused" })).toBe(true);
    expect(isAlarming({ type: "user_suspended" })).toBe(true);
    expect(isAlarming({ type: "user_logged_in" })).toBe(false);
  });
});
