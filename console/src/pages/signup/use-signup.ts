import {
  type Intent,
  IntentMismatchError,
  type LoggedIn,
  openIntent,
  type User,
} from "@mahfaza/client";
import { useEffect, useRef, useState } from "preact/hooks";
import { type Answer, answerOf } from "../../api/answer.ts";
import { api, session } from "../../api/client.ts";
import { enterSession } from "../../api/session.ts";
import { type Action, useAction } from "../../api/use-action.ts";

export interface NewPerson {
  readonly username: string;
  readonly phone: string;
  readonly password: string;
  /** Proves that the phone is theirs. */
  readonly phone_claim?: { readonly claim: string; readonly code: string };
}

export interface Signup {
  readonly action: Action;
  /** What was sent before a reload and has no outcome yet. Its password was not kept. */
  readonly unfinished: { readonly username: string; readonly phone: string } | null;
  readonly submit: (person: NewPerson) => void;
}

const NAME = "signup";

/**
 * A registration with one key, from the form's first send over a lost answer and a reload until it
 * has an outcome; then the login.
 */
export function useSignup(): Signup {
  const action = useAction();
  const [unfinished, setUnfinished] = useState<Signup["unfinished"]>(null);
  const intent = useRef<Promise<Intent> | null>(null);
  const registered = useRef<User | null>(null);
  const open = () => {
    intent.current ??= openIntent({ name: NAME });
    return intent.current;
  };
  useEffect(() => {
    void open().then((own) => {
      if (own.unfinished) setUnfinished(own.unfinished.body as Signup["unfinished"]);
    });
  }, []);

  const register = async (person: NewPerson): Promise<Answer<User>> => {
    if (registered.current) return { data: registered.current, failure: null };
    const { data, failure } = await sendOnce(await open(), person);
    if (failure === null) registered.current = data.user;
    if (failure?.kind !== "unknown") intent.current = null;
    return failure ? { data: null, failure } : { data: data.user, failure };
  };
  const submit = (person: NewPerson) =>
    void action.run(
      async () => {
        const { failure } = await register(person);
        if (failure) return { data: null, failure };
        const { phone, password } = person;
        return answerOf(session.logIn({ phone, password }));
      },
      // A new account has no second factor.
      (login) => enterSession((login as LoggedIn).user),
    );
  return { action, unfinished, submit };
}

/** Another registration than the unfinished one gets a key of its own. */
async function sendOnce(intent: Intent, body: NewPerson) {
  const send = (own: Intent) => answerOf(api.POST("/v1/auth/register", { body, intent: own }));
  try {
    return await send(intent);
  } catch (error) {
    if (!(error instanceof IntentMismatchError)) throw error;
    await intent.settle();
    return send(await openIntent({ name: NAME }));
  }
}
