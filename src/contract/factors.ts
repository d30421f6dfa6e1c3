import { z } from "zod";
import { asciiText, readDigits } from "../domain/ascii-text.ts";
import { RECOVERY_CODES_PER_USER, TOTP_DIGITS, TOTP_ENROLMENT_SECONDS } from "../domain/bounds.ts";
import { type PasskeyId as Id, toWireId } from "../domain/ids.ts";
import { idText, wireId } from "./ids.ts";
import { PasskeyAnswer } from "./passkeys.ts";
import { addIssue } from "./text.ts";
import { PresentedPassword } from "./users.ts";

const RECOVERY_CODE_LENGTH_MAX = 64;

/** Six digits of an authenticator app, in any script. Blanks and hyphens are ignored. */
const Code = z
  .string()
  .meta({ description: "The code that the authenticator app shows.", examples: ["492039"] })
  .transform(
    (text, ctx) =>
      readDigits(text, TOTP_DIGITS) ?? addIssue(ctx, "invalid_value", "must be six digits"),
  );

const RecoveryCode = z
  .string()
  .meta({
    description: "An unused recovery code. Case, blanks and dashes of any kind are ignored.",
    examples: ["7K3M9Q-XT2A4B-0PZ5WD-HN81CE"],
  })
  .transform((raw, ctx) => {
    const text = asciiText(raw);
    return text.length <= RECOVERY_CODE_LENGTH_MAX
      ? text
      : addIssue(ctx, "too_long", "is too long");
  });

/** The proofs of a second factor. A request has exactly one. */
export const proofFields = {
  code: Code.optional(),
  recovery_code: RecoveryCode.optional(),
  passkey: PasskeyAnswer.optional(),
};

type Fields = {
  code?: string | undefined;
  recovery_code?: string | undefined;
  passkey?: z.output<typeof PasskeyAnswer> | undefined;
};

/** Reads the one proof of a body. */
export function toProof({ code, recovery_code, passkey }: Fields, ctx: z.RefinementCtx) {
  const proofs = [
    ...(code === undefined ? [] : [{ by: "totp", code } as const]),
    ...(recovery_code === undefined ? [] : [{ by: "recovery_code", code: recovery_code } as const]),
    ...(passkey === undefined ? [] : [{ by: "passkey", answer: passkey } as const]),
  ];
  const [proof] = proofs;
  return proof && proofs.length === 1
    ? proof
    : addIssue(ctx, "required", "must have one of code, recovery_code and passkey");
}

/** POST /v1/auth/step-up. */
export const StepUp = z
  .strictObject(proofFields)
  .transform(toProof)
  .meta({ id: "StepUpRequest", description: "Exactly one of the three." });

/** POST /v1/factors/totp and /v1/factors/passkeys/options. */
export const BeginFactor = z
  .strictObject({ password: PresentedPassword })
  .meta({ id: "BeginFactorRequest" });
/** POST /v1/factors/totp/confirm. */
export const ConfirmTotp = z.strictObject({ code: Code }).meta({ id: "ConfirmTotpRequest" });

/** The path parameter of `/v1/factors/passkeys/{id}`. */
export const PasskeyIdParam = z.object({ id: wireId("psk", "A passkey.") });

const moment = z.iso.datetime().meta({ examples: ["2026-11-23T09:30:00.000Z"] });

export const TotpEnrolmentBody = z
  .object({
    secret: z.string().meta({
      description: "Base 32, for an app that cannot scan.",
      examples: ["JBSWY3DPEHPK3PXP4WTNKFVH7YDVTBNO"],
    }),
    otpauth_uri: z.string().meta({ examples: ["otpauth://totp/Mahfaza:%2B967771234567?…"] }),
    qr_svg: z.string().meta({ description: "The URI as a QR code.", examples: ["<svg …>"] }),
    expires_in: z.int().meta({
      description: "Seconds until the enrolment expires.",
      examples: [TOTP_ENROLMENT_SECONDS],
    }),
  })
  .meta({ id: "TotpEnrolment", description: "What an authenticator app needs. It is shown once." });

const Codes = z.array(z.string()).meta({
  description: "Shown once. Each code is good for one use.",
  examples: [["7K3M9Q-XT2A4B-…"]],
});

export const FactorAddedBody = z
  .object({
    recovery_codes: Codes.nullable().meta({
      description: `${RECOVERY_CODES_PER_USER} new codes, shown once. Null when the user's earlier codes are still good.`,
    }),
  })
  .meta({ id: "FactorAdded" });

export const RecoveryCodesBody = z.object({ recovery_codes: Codes }).meta({ id: "RecoveryCodes" });

export const PasskeyBody = z
  .object({
    id: idText("psk", "The passkey."),
    name: z.string().meta({ examples: ["Amina's phone"] }),
    created_at: moment,
    last_used_at: moment.nullable(),
  })
  .meta({ id: "Passkey" });

export const PasskeyAddedBody = z
  .object({ passkey: PasskeyBody, recovery_codes: FactorAddedBody.shape.recovery_codes })
  .meta({ id: "PasskeyAdded" });

export const FactorsBody = z
  .object({
    totp: z.object({ enrolled_at: moment, last_used_at: moment }).nullable(),
    passkeys: z.array(PasskeyBody),
    recovery_codes_left: z.int().meta({ examples: [RECOVERY_CODES_PER_USER] }),
  })
  .meta({ id: "Factors", description: "A user's second factors." });

interface Passkey {
  readonly id: Id;
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

interface Factors {
  readonly totp: { readonly enrolledAt: Date; readonly lastUsedAt: Date } | null;
  readonly passkeys: readonly Passkey[];
  readonly recoveryCodesLeft: number;
}

/** The wire form of a passkey, for its user. */
export function passkeyBody({ id, name, createdAt, lastUsedAt }: Passkey) {
  return {
    id: toWireId("psk", id),
    name,
    created_at: createdAt.toISOString(),
    last_used_at: lastUsedAt?.toISOString() ?? null,
  };
}

/** The wire form of a user's factors, for that user. */
export function factorsBody({ totp, passkeys, recoveryCodesLeft }: Factors) {
  return {
    totp: totp && {
      enrolled_at: totp.enrolledAt.toISOString(),
      last_used_at: totp.lastUsedAt.toISOString(),
    },
    passkeys: passkeys.map(passkeyBody),
    recovery_codes_left: recoveryCodesLeft,
  };
}
