import { TOTP } from "otpauth";
import { done, PASSWORD, type Person } from "./people.ts";

const STEP_SECONDS = 30;

/**
 * An authenticator app. A code is good once, and the service takes those of the step before and
 * after its own: each next use is of a later step. The first is of this one, so that the service
 * still takes it when it comes half a minute later.
 */
export class Authenticator {
  readonly #totp: TOTP;
  #used = Number.NEGATIVE_INFINITY;

  constructor(secret: string) {
    this.#totp = new TOTP({ secret, period: STEP_SECONDS });
  }

  code(): string {
    const now = Math.floor(Date.now() / 1000 / STEP_SECONDS);
    this.#used = Math.max(this.#used + 1, now);
    return this.#totp.generate({ timestamp: this.#used * STEP_SECONDS * 1000 });
  }
}

/** Enrols an authenticator app by the API: logins elsewhere have proven no factor then. */
export async function enrolElsewhere({ api }: Person): Promise<Authenticator> {
  const { secret } = await done(api.POST("/v1/factors/totp", { body: { password: PASSWORD } }));
  const app = new Authenticator(secret);
  await done(api.POST("/v1/factors/totp/confirm", { body: { code: app.code() } }));
  return app;
}
