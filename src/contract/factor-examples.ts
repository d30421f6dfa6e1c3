import type { z } from "zod";
import { LOGIN_CHALLENGE_SECONDS, TOTP_ENROLMENT_SECONDS } from "../domain/bounds.ts";
import type { SecondFactorRequired } from "./auth.ts";
import { EXAMPLE } from "./examples.ts";
import type { TotpEnrolmentBody } from "./factors.ts";
import { PASSKEY_OPTIONS } from "./passkey-examples.ts";

export const ENROLMENT: z.infer<typeof TotpEnrolmentBody> = {
  secret: "JBSWY3DPEHPK3PXP4WTNKFVH7YDVTBNO",
  otpauth_uri:
    "otpauth://totp/Mahfaza:%2B967771234567?secret=JBSWY3DPEHPK3PXP4WTNKFVH7YDVTBNO&issuer=Mahfaza",
  qr_svg:
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 45 45"><path d="M2 2h7v1h-7z"/></svg>',
  expires_in: TOTP_ENROLMENT_SECONDS,
};

export const RECOVERY_CODES = [
  EXAMPLE.recoveryCode,
  "2C9V4E-7QJ1TX-R5M8ZA-0NDK3P",
  "H6W0B5-YF3S9G-4XK7CT-PQ2E1M",
];

export const SECOND_FACTOR_REQUIRED: z.infer<typeof SecondFactorRequired> = {
  status: "second_factor_required",
  challenge: EXAMPLE.challenge,
  expires_in: LOGIN_CHALLENGE_SECONDS,
  methods: ["totp", "passkey", "recovery_code"],
  passkey_options: PASSKEY_OPTIONS,
};
