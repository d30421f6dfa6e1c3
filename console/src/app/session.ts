import { ConnectionError, type User } from "@mahfaza/client";
import { signal } from "@preact/signals";
import { answerOf, type Failure } from "../api/answer.ts";
import { api, session } from "../api/client.ts";
import { forgetData } from "../api/use-data.ts";
import { keepLanguage } from "../i18n/language.ts";
import { keepShell } from "./offline-shell.ts";
import { keepTheme } from "./theme.ts";

/**
 * `out` before a login; `ended` when the service has ended the session, or it ran out; `offline` when
 * this browser has a session and the service cannot be reached.
 */
export type SessionState = "starting" | "out" | "ended" | "offline" | "in";

/** Says that this browser had a session; it is no secret, and saves a request that would be refused. */
const MARK = "mahfaza.session";

export const sessionState = signal<SessionState>("starting");
/** The person who is logged in; null until their profile has been read. */
export const me = signal<User | null>(null);

/** Takes up the session of this browser, if it has one. */
export async function resumeSession(): Promise<void> {
  if (!hasMark()) {
    sessionState.value = "out";
    return;
  }
  try {
    if (await session.resume()) await enterSession();
    else leaveSession("ended");
  } catch (error) {
    if (!(error instanceof ConnectionError)) throw error;
    sessionState.value = "offline";
  }
}

/** After a login: reads the profile, then shows the pages of the person. */
export async function enterSession(): Promise<Failure | null> {
  localStorage.setItem(MARK, "yes");
  const failure = await readProfile();
  sessionState.value = "in";
  void keepShell();
  return failure;
}

/** Reads the person's profile again. */
export async function readProfile(): Promise<Failure | null> {
  const { data, failure } = await answerOf(api.GET("/v1/users/me"));
  if (data) me.value = data;
  return failure;
}

/** Logs out here and at the service, and leaves nothing on this device but language and colours. */
export async function logOut(): Promise<void> {
  try {
    await session.logOut();
  } finally {
    localStorage.clear();
    sessionStorage.clear();
    keepLanguage();
    keepTheme();
    leaveSession("out");
  }
}

function leaveSession(state: "out" | "ended"): void {
  localStorage.removeItem(MARK);
  me.value = null;
  forgetData();
  sessionState.value = state;
}

function hasMark(): boolean {
  return localStorage.getItem(MARK) !== null;
}

session.onEnd(() => {
  if (sessionState.peek() === "in") leaveSession("ended");
});

// Another tab has logged out.
addEventListener("storage", ({ key, newValue }) => {
  const isGone = key === null || (key === MARK && newValue === null);
  if (isGone && sessionState.peek() === "in" && !hasMark()) leaveSession("out");
});
