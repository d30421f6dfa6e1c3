import type { FeedbackType, ZxcvbnFactory } from "@zxcvbn-ts/core";
import { ESTIMATE_LENGTH_MAX } from "../../../domain/bounds.ts";
import type { Phone } from "../../../domain/phone.ts";

/** zxcvbn's scale is 0 to 4; from 3 on, a stolen hash keeps its secret for a long time. */
const SCORE_MIN = 3;
const CLOSE_LENGTH_MIN = 4;
const FALLBACK = "Use several uncommon words, or a password manager.";

/** Lets what waits in the isolate run first. */
const otherRequests = () => new Promise((resolve) => setTimeout(resolve, 0));

let making: Generator<undefined, ZxcvbnFactory> | undefined;
let made: ZxcvbnFactory | undefined;

/**
 * The isolate's estimator. Its words cost half a megabyte and a tenth of a second, which only an isolate
 * where a password is set pays, step by step. Whoever needs it goes on with the making, each by timers of
 * their own: one that waited for another request's would wait for ever when that request is given up.
 */
async function sharedEstimator(): Promise<ZxcvbnFactory> {
  const { makeEstimator } = await import("./password-estimator.ts");
  while (!made) {
    making ??= makeEstimator();
    const step = making.next();
    if (step.done) made = step.value;
    else await otherRequests();
  }
  return made;
}

const plain = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

function isClose(password: string, { username, phone }: { username: string; phone: Phone }) {
  const secret = plain(password);
  const name = plain(username);
  const number = phone.slice(1);
  const reversed = [...name].reverse().join("");
  // What is left when the name or number is taken out must still be a password.
  const holds = (part: string) =>
    part.length >= CLOSE_LENGTH_MIN && secret.replaceAll(part, "").length < CLOSE_LENGTH_MIN;
  return [name, reversed, number, number.slice(3), number.slice(-7)].some(holds);
}

/** After how many characters a text begins again, to its end: 3 for "abcabcab", its length if it never does. */
function periodOf(text: string): number {
  // The failure function of Knuth, Morris and Pratt.
  const borders = [0];
  for (let i = 1, border = 0; i < text.length; i++) {
    while (border > 0 && text[i] !== text[border]) border = borders[border - 1] ?? 0;
    if (text[i] === text[border]) border++;
    borders.push(border);
  }
  return text.length - (borders.at(-1) ?? 0);
}

/**
 * The parts of a password to estimate, two at most and each within ESTIMATE_LENGTH_MAX: a password is at
 * least as strong as any part of it. Of one that repeats itself only whole repeats count, for a part that
 * ends within a word looks stronger than it is.
 */
export function partsOf(password: string): readonly string[] {
  const max = ESTIMATE_LENGTH_MAX;
  if (password.length <= max) return [password];
  const period = periodOf(password);
  if (period <= max) return [password.slice(0, period * Math.floor(max / period))];
  const isRepeated = period <= password.length / 2;
  const once = isRepeated ? password.slice(0, period) : password;
  return [once.slice(0, max), once.slice(-max)];
}

/**
 * Why a password is too weak for this person, as a sentence for them; null when it is strong enough. The
 * work is bounded, but it is work: ask what is cheap first.
 * Source: NIST SP 800-63B-4 §3.1.1.2 (common and context-specific passwords), zxcvbn.
 */
export async function passwordWeakness(
  password: string,
  person: { readonly username: string; readonly phone: Phone },
): Promise<string | null> {
  if (isClose(password, person)) return "It is too close to your username or phone.";
  const { username, phone } = person;
  const inputs = [username, ...username.split(/\P{L}+/u), phone, phone.slice(1), phone.slice(4)];
  const known = [...inputs.filter(Boolean), "mahfaza"];
  const zxcvbn = await sharedEstimator();
  let weakness: FeedbackType | undefined;
  for (const part of partsOf(password)) {
    if (weakness) await otherRequests();
    const { score, feedback } = zxcvbn.check(part, known);
    if (score >= SCORE_MIN) return null;
    weakness ??= feedback;
  }
  const sentences = weakness ? [weakness.warning, ...weakness.suggestions] : [];
  return sentences.filter(Boolean).join(" ") || FALLBACK;
}
