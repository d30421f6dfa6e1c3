import { ConnectionError, type EndReason, type User } from "@mahfaza/client";
import { signal } from "@preact/signals";
import { forgetOthers } from "../device/kept-data.ts";
import { forgetLastBalances } from "../device/last-balances.ts";
import { keepShell } from "../device/offline-shell.ts";
import { forgetMark, SESSION_MARK, userId } from "../device/session-mark.ts";
import { sharedTabs } from "../device/shared-tabs.ts";
import {
  isSharedComputer,
  type LeftSession,
  leftSession,
  ownStorage,
  setLeftSession,
  setSharedComputer,
} from "../device/storage.ts";
import { keepTheme } from "../device/theme.ts";
import { keepLanguage } from "../i18n/language.ts";
import { answerOf, type Failure } from "./answer.ts";
import { api, session, whenSessionEnded } from "./client.ts";
import { forgetData } from "./use-data.ts";

/**
 * `out` before a login; `ended` when the service has ended the session, or it ran out; `offline` when
 * this browser has a session and the service cannot be reached.
 */
type SessionState = "starting" | "out" | "ended" | "offline" | "in";

export const sessionState = signal<SessionState>("starting");
/** The person who is logged in; null until their profile has been read. */
export const me = signal<User | null>(null);

const tabs = sharedTabs({
  channel: new BroadcastChannel("mahfaza-shared-computer"),
  locks: navigator.locks,
  userId,
});

/** A start that has no answer by then shows the offline page, and goes on in the background. */
const SHOW_OFFLINE_AFTER_MS = 4000;

let resuming: Promise<void> | null = null;

/** Takes up the session of this browser, if it has one. */
export async function resumeSession(): Promise<void> {
  // A device that knows that it has no network does not wait; "try again" asks in any case.
  if (sessionState.peek() === "starting" && !navigator.onLine) return showUnreached();
  resuming ??= takeUpSession().finally(() => {
    resuming = null;
  });
  const timeout = new Promise((resolve) => setTimeout(resolve, SHOW_OFFLINE_AFTER_MS, "late"));
  const isLate = (await Promise.race([resuming, timeout])) === "late";
  // Without a person a session that was left is being ended: a login meanwhile would end with it.
  if (isLate && userId() !== null && sessionState.peek() === "starting") showUnreached();
}

function showUnreached(): void {
  sessionState.value = userId() === null ? "out" : "offline";
}

async function takeUpSession(): Promise<void> {
  try {
    const left = leftSession();
    if (userId() === null && left) await joinOrEnd(left);
    const id = userId();
    if (id === null) {
      sessionState.value = "out";
      return;
    }
    if (isSharedComputer()) tabs.join();
    if (await session.resume()) enter();
    else {
      // By now the mark may be of somebody else, who logged in in another tab: theirs stays.
      for (const storage of [localStorage, sessionStorage]) forgetMark(storage, id);
      leaveSession("ended");
    }
  } catch (error) {
    if (!(error instanceof ConnectionError)) throw error;
    showUnreached();
  }
}

/**
 * Another tab of a shared computer has the session, and this one takes part in it; or it was left,
 * and is ended. A tab that is open and gives no answer keeps its session.
 */
async function joinOrEnd(left: LeftSession): Promise<void> {
  if (left === "with_tab" && (await tabs.isAnyOpen())) {
    const id = await tabs.ask();
    if (id === null) return;
    setSharedComputer(true);
    ownStorage().setItem(SESSION_MARK, id);
  } else await endLeftSession();
}

async function endLeftSession(): Promise<void> {
  await session.logOut();
  setLeftSession(null);
  // The service's answer clears what this origin has stored.
  keepLanguage();
  keepTheme();
}

/** After a login: shows the pages of the person. */
export function enterSession(user: User): void {
  forgetOthers(sessionStorage, user.id);
  // Of an earlier login, of anybody: the first page keeps them again.
  forgetLastBalances(localStorage);
  (isSharedComputer() ? localStorage : sessionStorage).removeItem(SESSION_MARK);
  ownStorage().setItem(SESSION_MARK, user.id);
  // On a shared computer the session ends with its last tab: the next page that opens ends it.
  setLeftSession(isSharedComputer() ? "with_tab" : null);
  if (isSharedComputer()) tabs.join();
  else tabs.leave();
  me.value = user;
  enter();
}

/** Whose pages this tab shows, or showed last. */
let enteredAs = "";

/** The pages load their own data while the profile is read. */
function enter(): void {
  enteredAs = userId() ?? "";
  sessionState.value = "in";
  void readProfile();
  void keepShell();
}

/** Reads the person's profile again. */
export async function readProfile(): Promise<Failure | null> {
  const { data, failure } = await answerOf(api.GET("/v1/users/me"));
  if (data) me.value = data;
  return failure;
}

/**
 * Logs out here and at the service, and leaves nothing on this device but language and colours. When
 * the service does not answer, the next page that opens here ends the session.
 */
export async function logOut(): Promise<void> {
  let isLeft = false;
  try {
    await session.logOut();
  } catch (error) {
    if (!(error instanceof ConnectionError)) throw error;
    isLeft = true;
  } finally {
    localStorage.clear();
    sessionStorage.clear();
    setLeftSession(isLeft ? "logged_out" : null);
    keepLanguage();
    keepTheme();
    leaveSession("out");
  }
}

/** The caller has removed the mark of the session, unless it is another person's by now. */
function leaveSession(state: "out" | "ended"): void {
  forgetLastBalances(localStorage);
  tabs.leave();
  me.value = null;
  forgetData();
  sessionState.value = state;
}

function endSession(reason: EndReason): void {
  if (sessionState.peek() !== "in") return;
  const isLoggedOut = reason === "logged_out";
  // A log-out in another tab: what this tab keeps goes too.
  if (isLoggedOut) sessionStorage.clear();
  // Another person's tab writes its own mark at this moment.
  if (reason !== "other_user") forgetMark(localStorage, enteredAs);
  forgetMark(sessionStorage, enteredAs);
  leaveSession(isLoggedOut ? "out" : "ended");
}

session.onEnd(endSession);
whenSessionEnded(() => endSession("refused"));

// Another tab has logged out.
addEventListener("storage", ({ key, newValue }) => {
  const isGone = key === null || (key === SESSION_MARK && newValue === null);
  if (isGone && sessionState.peek() === "in" && userId() === null) leaveSession("out");
});
