import { z } from "zod";
import { CODE_TTL_SECONDS, TOKEN_LENGTH_MAX } from "../domain/bounds.ts";
import { CodeText } from "./contacts.ts";
import { PhoneText } from "./phone.ts";
import { addIssue } from "./text.ts";

/** POST /v1/auth/phone-claims. */
export const RequestPhoneClaim = z
  .strictObject({ phone: PhoneText })
  .meta({ id: "RequestPhoneClaimRequest" });

export const PhoneClaimRequested = z
  .object({
    claim: z.string().meta({
      description:
        "Opaque. Send it with the code, as `phone_claim`. It does not tell whether the phone is registered.",
      examples: ["mpc_…"],
    }),
    expires_in: z.int().meta({
      description: "Seconds until the claim and the code expire.",
      examples: [CODE_TTL_SECONDS],
    }),
  })
  .meta({ id: "PhoneClaimRequested" });

/** The proof that the phone of the same body is the sender's. */
export const PhoneClaimProof = z
  .strictObject({
    claim: z
      .string()
      .meta({
        description: "The claim of POST /v1/auth/phone-claims' answer for the same phone.",
        examples: ["mpc_…"],
      })
      .transform((token, ctx) =>
        token.length <= TOKEN_LENGTH_MAX ? token : addIssue(ctx, "too_long", "is too long"),
      ),
    code: CodeText,
  })
  .meta({
    id: "PhoneClaim",
    description:
      "Proves `phone`, which is then verified. It takes the phone from another user who has not verified it.",
  });
