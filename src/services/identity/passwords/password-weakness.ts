import type { FeedbackType, ZxcvbnFactory } from "@zxcvbn-ts/core";
import { ESTIMATE_LENGTH_MAX } from "../../../domain/bounds.ts";
import type { Phone } from "../../../domain/phone.ts";

/**
 * zxcvbn scores from 0 to 4. From 3 on, a password resists an offline attack on a stolen slow hash.
 */
/** The estimate must be higher: the bound of score 3. */
const ESTIMATE_MIN = 1e8;
/**
 * zxcvbn adds this to the power of the number of pieces but one: it assumes that an attacker tries
 * all shorter combinations first. Three pieces alone, such as "password 123456", would be enough.
 */
const ESTIMATE_FOR_PIECE = 1e4;
const CLOSE_LENGTH_MIN = 4;
const FALLBACK = "Use several uncommon words, or a password manager.";

/** Lets other requests of the isolate run. */
const yieldToRequests = () => new Promise((resolve) => setTimeout(resolve, 0));

let unfinished: Generator<undefined, ZxcvbnFactory> | undefined;
let finished: ZxcvbnFactory | undefined;

/**
 * The estimator that the isolate's requests share. It costs half a megabyte and a tenth of a
 * second, so it is made only when a password is set, and in steps. Each request that needs it runs
 * steps itself, with its own timers: a request that awaited another one would wait for ever if the
 * platform stopped that one.
 */
async function sharedEstimator(): Promise<ZxcvbnFactory> {
  const { makeEstimator } = await import("./password-estimator.ts");
  while (!finished) {
    unfinished ??= makeEstimator();
    const step = unfinished.next();
    if (step.done) finished = step.value;
    else await yieldToRequests();
  }
  return finished;
}

interface Estimate {
  readonly guesses: number;
  readonly sequence: readonly unknown[];
}

/** Whether the pieces of a password are hard to find, without what zxcvbn adds for their number. */
function isStrong({ guesses, sequence }: Estimate): boolean {
  return guesses - ESTIMATE_FOR_PIECE ** (sequence.length - 1) > ESTIMATE_MIN;
}

const plain = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

interface WeaknessContext {
  readonly username: string;
  readonly phone: Phone | null;
}

/** A phone without its plus sign, and also without its country code; nothing without a phone. */
const numbersOf = (phone: Phone | null) => (phone ? [phone.slice(1), phone.slice(4)] : []);

/** Whether fewer than CLOSE_LENGTH_MIN characters remain without the name and the number. */
function isClose(password: string, { username, phone }: WeaknessContext) {
  const secret = plain(password);
  const names = [plain(username), ...username.split(/\P{L}+/u).map(plain)];
  const parts = [
    ...names,
    ...names.map((name) => [...name].reverse().join("")),
    ...numbersOf(phone),
    phone?.slice(-7) ?? "",
  ]
    .filter((part) => part.length >= CLOSE_LENGTH_MIN)
    .sort((a, b) => b.length - a.length);
  const rest = parts.reduce((left, part) => left.replaceAll(part, ""), secret);
  return rest !== secret && rest.length < CLOSE_LENGTH_MIN;
}

/**
 * The length after which a text repeats itself to its end: 3 for "abcabcab"; its length if it does
 * not repeat.
 */
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
 * The parts of a password to estimate: at most two, each of at most ESTIMATE_LENGTH_MAX characters.
 * A password is at least as strong as each of its parts. From a repeating password only whole
 * repetitions are taken, because a part that ends inside a word looks stronger than it is.
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
 * Returns why a password is too weak for this user, in a sentence to show them; null when it is
 * strong enough. The work is bounded but costly, so make cheap checks before. Source: NIST SP
 * 800-63B-4 §3.1.1.2 (common and context-specific passwords), zxcvbn.
 */
export async function passwordWeakness(
  password: string,
  person: WeaknessContext,
): Promise<string | null> {
  if (isClose(password, person)) return "It is too close to your username or phone.";
  const { username, phone } = person;
  const inputs = [username, ...username.split(/\P{L}+/u), phone ?? "", ...numbersOf(phone)];
  const forbidden = [...inputs.filter(Boolean), "mahfaza"];
  const zxcvbn = await sharedEstimator();
  let weakness: FeedbackType | undefined;
  for (const part of partsOf(password)) {
    if (weakness) await yieldToRequests();
    const { feedback, ...estimate } = zxcvbn.check(part, forbidden);
    if (isStrong(estimate)) return null;
    weakness ??= feedback;
  }
  const sentences = weakness ? [weakness.warning, ...weakness.suggestions] : [];
  return sentences.filter(Boolean).join(" ") || FALLBACK;
}
