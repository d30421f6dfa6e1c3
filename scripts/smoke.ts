// `npm run smoke -- https://host`: tests a deployed Worker end to end. One line a step; exit code 0: all
// of them passed; 1: one did not.
import { CliError, runScript } from "./cli-error.ts";
import { clientOf } from "./smoke/client.ts";
import { cleanUp, newSmoke, type Smoke, STEPS } from "./smoke/steps.ts";
import { readArguments } from "./system/arguments.ts";

const USAGE = {
  command: "npm run smoke -- https://host",
  text: `
Checks a deployed Worker, one line a step: health, registering two people, a deposit, a transfer and its
replay, a refusal, history. Where deposits wait for a provider, no money can be moved: the transfer is
left out. At the end it deletes the two accounts. Exit code 0: every step passed.`,
};

/** Runs the steps until one fails; resolves to whether none did. */
export async function smoke(origin: string, report: (line: string) => void): Promise<boolean> {
  const state = newSmoke(clientOf(origin));
  for (const step of STEPS) {
    const startedMs = Date.now();
    if (step.needsMoney && !state.isFunded) {
      report(`skip  ${step.name}: no money is there`);
      continue;
    }
    try {
      const told = await step.run(state);
      report(`ok    ${step.name}: ${told} (${Date.now() - startedMs} ms)`);
    } catch (error) {
      if (!(error instanceof CliError)) throw error;
      report(`FAIL  ${step.name}: ${error.message}`);
      await tidy(state, report);
      return false;
    }
  }
  return true;
}

/** After a failure: reports what could not be deleted. */
async function tidy(state: Smoke, report: (line: string) => void): Promise<void> {
  const left = [state.payer, state.payee].filter(({ token }) => token !== "");
  if (left.length === 0) return;
  await cleanUp(state).then(
    () => report("      the people of the test are deleted"),
    () => report(`      left behind: ${left.map(({ phone }) => phone).join(" and ")}`),
  );
}

function readOrigin(text: string | undefined): string {
  if (text && URL.canParse(text)) {
    const { protocol, hostname, origin } = new URL(text);
    const isLocal = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
    if (protocol === "https:" || (protocol === "http:" && isLocal)) return origin;
  }
  throw new CliError("say where the Worker is: npm run smoke -- https://mahfaza.example");
}

if (import.meta.main) {
  await runScript(async () => {
    const { positionals } = readArguments(USAGE, {}, 1);
    const isFine = await smoke(readOrigin(positionals[0]), console.log);
    console.log(isFine ? "smoke test passed" : "smoke test failed");
    return isFine ? 0 : 1;
  });
}
