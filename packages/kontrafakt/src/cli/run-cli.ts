import { KontrafaktError } from "@kontrafakt/base";
import { type Language, languages, PRODUCT } from "@kontrafakt/study";
import { CommanderError } from "commander";
import { errorLines } from "./error-lines.js";
import { EXIT } from "./exit-codes.js";
import { plain } from "./plain.js";
import { program } from "./program.js";
import type { Io } from "./session.js";

/** Lines of problems that are shown; a file with a fault in every row has as many. */
const MOST_LINES = 30;

const further = {
  en: (n: number) => `… and ${n} more like these`,
  da: (n: number) => `… og ${n} til af samme slags`,
} as const;
const ended = {
  en: (n: number) => `${n} problems found; nothing was written`,
  da: (n: number) => `${n} problemer fundet; intet er skrevet`,
} as const;

/** The language that --lang asks for, before or without a study that says another; English without it. */
function askedLanguage(args: readonly string[]): Language {
  const at = args.findIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
  const asked = at < 0 ? "" : args[at] === "--lang" ? args[at + 1] : args[at].slice("--lang=".length);
  return languages.find((language) => language === asked) ?? "en";
}

/** File and line of the place in the program where an error arose, without folders. */
function place(error: unknown): string {
  const frame = /([\w.-]+\.[jt]s:\d+):\d+\)?$/m.exec((error as Error)?.stack ?? "");
  return frame ? ` (${frame[1]})` : "";
}

/** Runs the command line and gives its exit code: 0 done, 1 data or study wrong, 2 usage, 70 a fault of the program, 130 cancelled. */
export async function runCli(args: readonly string[], io: Io): Promise<number> {
  let code: number = EXIT.done;
  try {
    await program(io, (other) => {
      code = other;
    }).parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    if (io.signal?.aborted) {
      io.err.write("cancelled; nothing was written\n");
      return EXIT.cancelled;
    }
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    if (error instanceof KontrafaktError) {
      const n = error.problems.length;
      const lines = errorLines(error, askedLanguage(args));
      const more =
        lines.length > MOST_LINES
          ? [...lines.slice(0, MOST_LINES), further[askedLanguage(args)](lines.length - MOST_LINES)]
          : lines;
      io.err.write(`${more.join("\n")}\n${n > 1 ? `${ended[askedLanguage(args)](n)}\n` : ""}`);
      return EXIT.wrongInput;
    }
    io.err.write(
      `this is a fault in Kontrafakt ${PRODUCT.version}, not in your data: ${plain(String((error as Error)?.message ?? error))}${place(error)}\n` +
        "please report it with the command you ran and this text; leave personal data out\n",
    );
    return EXIT.internal;
  }
}
