import type { User } from "@mahfaza/client";
import { api, session } from "../../../api/client.ts";
import { me } from "../../../api/session.ts";
import { type Action, useAction } from "../../../api/use-action.ts";
import { invalidate } from "../../../api/use-data.ts";
import { withStepUp } from "../../../pay/with-step-up.ts";

/** What a change of the profile asks for. */
export interface ProfileChange {
  readonly username?: string;
  readonly phone?: string;
  readonly phone_claim?: { readonly claim: string; readonly code: string };
  readonly email?: string | null;
  readonly password?: string;
  readonly current_password?: string;
}

export interface Change {
  readonly action: Action;
  readonly send: (change: ProfileChange) => void;
}

/** The props of each dialog of the profile. */
export interface ChangeProps {
  readonly user: User;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Changes the profile; after a change of the password this session goes on with its new tokens. */
export function useChange(onDone: () => void): Change {
  const action = useAction();
  const send = (change: ProfileChange) =>
    void action.run(
      () => withStepUp(() => api.PATCH("/v1/users/me", { body: change })),
      async ({ tokens, ...user }) => {
        if (tokens) await session.adopt(tokens);
        me.value = user;
        invalidate("profile", "sessions");
        onDone();
      },
    );
  return { action, send };
}
