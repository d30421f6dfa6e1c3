import { type ParseArgsConfig, parseArgs } from "node:util";
import { CliError, reasonOf } from "../cli-error.ts";

export interface Usage {
  /** How the command is called, as in "npm start". */
  readonly command: string;
  /** What it does, its settings, one line each. */
  readonly text: string;
}

type Options = NonNullable<ParseArgsConfig["options"]>;

/**
 * Reads a command's arguments. `--help` prints the usage and ends the process; an argument that is not
 * known is a CliError with the usage.
 */
export function readArguments<O extends Options>(
  usage: Usage,
  options: O,
  positionalsMax = 0,
  args = process.argv.slice(2),
) {
  if (args.includes("--help") || args.includes("-h")) {
    console.log(describeUsage(usage));
    process.exit(0);
  }
  const parsed = parse(usage, options, args);
  const extra = parsed.positionals[positionalsMax];
  if (extra !== undefined) {
    throw new CliError(`unexpected argument ${extra}\n\n${describeUsage(usage)}`);
  }
  return parsed;
}

function parse<O extends Options>(usage: Usage, options: O, args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    // Node's message goes on about how to pass a positional that starts with a dash.
    const reason = reasonOf(error).replace(/\. To specify a positional.*/s, "");
    throw new CliError(`${reason}\n\n${describeUsage(usage)}`);
  }
}

/** The usage as it is printed. */
export function describeUsage({ command, text }: Usage): string {
  return `usage: ${command}\n\n${text.trim()}`;
}
