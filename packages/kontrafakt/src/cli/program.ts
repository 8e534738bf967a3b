import { canonicalJson } from "@kontrafakt/base";
import { type Language, languages, PRODUCT, studyJsonSchema } from "@kontrafakt/study";
import { Command, InvalidArgumentError, Option } from "commander";
import { check } from "./check.js";
import { dataProtection } from "./data-protection.js";
import { EXIT } from "./exit-codes.js";
import { explain } from "./explain.js";
import { exportStudy } from "./export.js";
import { history } from "./history.js";
import { init } from "./init.js";
import { lock } from "./lock.js";
import { newKey } from "./new-key.js";
import { profile } from "./profile.js";
import { report } from "./report.js";
import { run } from "./run.js";
import type { Io } from "./session.js";
import { why } from "./why.js";

function whole(low: number, high: number) {
  return (text: string): number => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= low && value <= high) return value;
    throw new InvalidArgumentError(`Give a whole number from ${low} to ${high}.`);
  };
}

const jsonOption = () => new Option("--json", "print the result as JSON");
const outOption = (what: string) => new Option("--out <folder>", what);
const langOption = () =>
  new Option("--lang <language>", "language of what is printed and of report.html").choices([...languages]);
const seedOption = () =>
  new Option("--seed <number>", "seed of the random draws, instead of the study's").argParser(whole(0, 4294967295));
const quietOption = () => new Option("--quiet", "print nothing but errors");
const workersOption = () =>
  new Option("--workers <number>", "threads to use (results are the same for any number)").argParser(whole(1, 64));

/** The command line. `done` is told an exit code where it is not 0. */
export function program(io: Io, done: (code: number) => void): Command {
  const command = new Command("kontrafakt")
    .description("Were the savings real? Evaluates prevention programmes from cohort data.")
    .version(PRODUCT.version)
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: (text) => void io.err.write(text) })
    .showHelpAfterError("(kontrafakt --help shows the commands and options)");
  command
    .command("init")
    .description("look at exported files and write a study that reads them, with the reasons beside each line")
    .argument("<files...>", "the files: people, services, residence, wide measures, prices, costs, claim, budget, in any order")
    .addOption(new Option("--out <study>", "study file to write (default: study.yaml beside the first file)"))
    .addOption(new Option("--excel", "write study.xlsx, a workbook with drop-downs, instead of study.yaml"))
    .addOption(langOption())
    .addOption(jsonOption())
    .addOption(quietOption())
    .action((files: string[], options) => init(files, options, io));
  command
    .command("profile")
    .description("show what the columns of files hold; no identifier is shown")
    .argument("<files...>", "the files")
    .addOption(langOption())
    .addOption(jsonOption())
    .action((files: string[], options) => profile(files, options, io));
  command
    .command("run")
    .description("evaluate a study; write publish/ (the report) and internal/")
    .argument("<study>", "the study file, study.yaml or study.xlsx")
    .addOption(outOption("folder that gets publish/ and internal/ (default: the study's folder)"))
    .addOption(langOption())
    .addOption(seedOption())
    .option("--compare <results>", "results.json published earlier (default: the one in the folder's publish/)")
    .option("--no-compare", "compare with no earlier results: they were never published")
    .addOption(workersOption())
    .addOption(jsonOption())
    .addOption(quietOption())
    .action((study: string, options: { lang?: Language }) => run(study, options, io));
  command
    .command("check")
    .description("read the files and match; show the ledger and the balance, and no effect")
    .argument("<study>", "the study file, study.yaml or study.xlsx")
    .addOption(outOption("folder that gets internal/ledger.csv (default: nothing is written)"))
    .addOption(langOption())
    .addOption(workersOption())
    .addOption(jsonOption())
    .addOption(quietOption())
    .action((study: string, options: { lang?: Language }) => check(study, options, io));
  command
    .command("why")
    .description("show why one person was matched or not: personal data, printed and written nowhere")
    .argument("<study>", "the study file, study.yaml or study.xlsx")
    .argument("[person]", "the person's identifier, as in the people file")
    .addOption(
      new Option("--unit <place>", "the person's place among the people analysed, instead of the identifier").argParser(
        whole(1, 2147483647),
      ),
    )
    .addOption(seedOption())
    .addOption(workersOption())
    .addOption(jsonOption())
    .addOption(quietOption())
    .action(async (study: string, person: string | undefined, options) => {
      if (!(await why(study, person, options, io))) done(EXIT.usage);
    });
  command
    .command("lock")
    .description("fix the study, its files and the version before outcomes are looked at")
    .argument("<study>", "the study file, study.yaml or study.xlsx")
    .addOption(jsonOption())
    .addOption(quietOption())
    .action((study: string, options) => lock(study, options, io));
  command
    .command("report")
    .description("write report, tables and charts again from results.json")
    .argument("<results>", "results.json of an earlier run")
    .addOption(outOption("folder that gets the files (default: the folder of results.json)"))
    .addOption(langOption())
    .addOption(quietOption())
    .action((results: string, options: { lang?: Language }) => report(results, options, io));
  command
    .command("history")
    .description("write what the target group used, year by year, from a study's people: for a plan (plan.history)")
    .argument("<study>", "the study file, study.yaml or study.xlsx")
    .requiredOption("--out <file>", "CSV file to write")
    .addOption(langOption())
    .addOption(quietOption())
    .action((study: string, options) => history(study, options, io));
  command
    .command("data-protection")
    .description("write a document for the data-protection officer: which data, what for, what becomes of them")
    .argument("<study>", "the study file, study.yaml or study.xlsx")
    .addOption(new Option("--out <file>", "file to write (default: data-protection.html beside the study)"))
    .addOption(langOption())
    .addOption(quietOption())
    .action((study: string, options: { lang?: Language }) => dataProtection(study, options, io));
  command
    .command("export")
    .description("write files and a script with which others recompute the effects in R or Stata: personal data")
    .argument("[study]", "the study file, study.yaml or study.xlsx")
    .addOption(new Option("--r", "write a script for R (base R, and did where it is installed)"))
    .addOption(new Option("--stata", "write a script for Stata (csdid)"))
    .addOption(outOption("folder that gets internal/handover/ (default: the study's folder)"))
    .addOption(
      new Option(
        "--effects-script <language>",
        "instead: print the script that writes files of effects inside a closed register environment",
      ).choices(["r", "stata"]),
    )
    .addOption(langOption())
    .addOption(seedOption())
    .addOption(workersOption())
    .addOption(quietOption())
    .action(async (study: string | undefined, options) => {
      if (!(await exportStudy(study, options, io))) done(EXIT.usage);
    });
  command
    .command("new-key")
    .description("write a secret key for pseudonyms that link years (cohort.identifiers.keyFile)")
    .argument("<file>", "file to write; it must not exist yet")
    .action((file: string) => newKey(file, io));
  command
    .command("explain")
    .description("explain an option of the study file, such as matching.caliper")
    .argument("<option>", "its path, or its last name")
    .addOption(langOption())
    .addOption(jsonOption())
    .action((name: string, options) => {
      if (!explain(name, options, io)) done(EXIT.usage);
    });
  command
    .command("schema")
    .description("print the JSON Schema of the study file, for editors")
    .action(() => io.out(canonicalJson(studyJsonSchema())));
  return command;
}
