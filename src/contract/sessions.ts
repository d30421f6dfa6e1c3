import { z } from "zod";
import { toWireId } from "../domain/ids.ts";
import { devicePartsOf, placePartsOf } from "../domain/origin-parts.ts";
import type { Session } from "../domain/session.ts";
import { idText, wireId } from "./ids.ts";

/** The path parameter of `/v1/users/me/sessions/{id}`. */
export const SessionIdParam = z.object({ id: wireId("ses", "A session.") });

export const SessionBody = z
  .object({
    id: idText("ses", "The session."),
    device: z
      .string()
      .nullable()
      .meta({
        description: "The client, by its User-Agent when it was last seen.",
        examples: ["Chrome on Android"],
      }),
    place: z
      .string()
      .nullable()
      .meta({
        description: "Where it was last seen, by its network address.",
        examples: ["Sanaa, YE"],
      }),
    client: z
      .string()
      .nullable()
      .meta({
        description: "The browser or app of `device`, to be named in another language.",
        examples: ["Chrome"],
      }),
    system: z
      .string()
      .nullable()
      .meta({ description: "The operating system of `device`.", examples: ["Android"] }),
    city: z
      .string()
      .nullable()
      .meta({ description: "The city of `place`.", examples: ["Sanaa"] }),
    country: z
      .string()
      .nullable()
      .meta({
        description: "The country of `place`, by ISO 3166-1; T1 for the Tor network.",
        examples: ["YE"],
      }),
    created_at: z.iso.datetime().meta({ examples: ["2026-11-23T09:30:00.000Z"] }),
    last_seen_at: z.iso.datetime().meta({
      description: "When it logged in, or last refreshed its tokens.",
      examples: ["2026-11-23T09:40:00.000Z"],
    }),
    expires_at: z.iso.datetime().meta({
      description:
        "When the session ends unless its tokens are refreshed before. At most 30 days after the login.",
      examples: ["2026-12-07T09:40:00.000Z"],
    }),
    is_current: z.boolean().meta({ description: "Whether it is the session of this request." }),
  })
  .meta({ id: "Session", description: "An active login." });

export const SessionList = z.object({ data: z.array(SessionBody) }).meta({ id: "SessionList" });

/** The wire form of a session, for its user. */
export function sessionBody(session: Session): z.infer<typeof SessionBody> {
  return {
    id: toWireId("ses", session.id),
    device: session.device,
    place: session.place,
    ...devicePartsOf(session.device),
    ...placePartsOf(session.place),
    created_at: session.createdAt.toISOString(),
    last_seen_at: session.lastSeenAt.toISOString(),
    expires_at: session.expiresAt.toISOString(),
    is_current: session.isCurrent,
  };
}
